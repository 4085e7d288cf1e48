import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from "node:http";
import { createServer as createTLSServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { generate } from "selfsigned";
import { replies } from "./replies.js";
import type { Origins } from "./reply.js";

/** A request as it arrived; what a browser asks beforehand isn't one. */
export interface Arrival {
  readonly origin: keyof Origins;
  readonly method: string;
  readonly reply: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether the connection closed before the answer was sent in full. */
  isGivenUp: boolean;
}

export interface Control {
  readonly origins: Origins;
  /** A server that shows a certificate that no one knows. */
  readonly selfSigned: string;
  /** Where no one listens. */
  readonly refusing: string;
  /** All that arrived under an id of the test's. */
  readonly arrivals: (id: string) => readonly Arrival[];
  readonly sockets: Sockets;
  readonly close: () => Promise<void>;
}

/** What became of connections and answers, of all servers together. */
export interface Sockets {
  opened: number;
  mostAtOnce: number;
  /** Requests that hold a connection: neither answered in full nor given up. */
  unanswered: number;
}

/**
 * The server that plays every fault: `/REPLY/ID/things/1` is answered by the reply of that name, and
 * `/-/ID` tells what has arrived under the id.
 */
export async function startControl(): Promise<Control> {
  const arrivals = new Map<string, Arrival[]>();
  // Filled as soon as the ports are known, which is before any request.
  const origins = { control: "", localhost: "", other: "" };
  const sockets: Sockets = { opened: 0, mostAtOnce: 0, unanswered: 0 };
  const answer = listener(arrivals, origins, sockets);
  const control = await listen(createServer(answer), sockets);
  const other = await listen(createServer(answer), sockets);
  origins.control = `http://127.0.0.1:${control.port}`;
  origins.localhost = `http://localhost:${control.port}`;
  origins.other = `http://127.0.0.1:${other.port}`;
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }]);
  const selfSigned = await listen(createTLSServer({ key, cert }, answer), sockets);
  const gone = await listen(createServer(), sockets);
  await gone.close();
  return {
    origins,
    selfSigned: `https://127.0.0.1:${selfSigned.port}`,
    refusing: `http://127.0.0.1:${gone.port}`,
    arrivals: (id) => arrivals.get(id) ?? [],
    sockets,
    close: async () => {
      await Promise.all([control, other, selfSigned].map((server) => server.close()));
    },
  };
}

function listener(
  arrivals: Map<string, Arrival[]>,
  origins: Origins,
  sockets: Sockets,
): RequestListener {
  return async (request, response) => {
    sockets.unanswered += 1;
    response.on("close", () => {
      sockets.unanswered -= 1;
    });
    for (const [name, value] of Object.entries(openToAll)) response.setHeader(name, value);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { method = "", url = "", headers } = request;
    const [, name = "", id = "", path = ""] = /^\/([^/]+)\/([^/?]+)(.*)$/.exec(url) ?? [];
    const known = arrivals.get(id) ?? [];
    if (name === "-") return void response.end(JSON.stringify(known));
    const origin = originOf(headers.host, origins);
    const arrival = { origin, method, reply: name, path, headers, body, isGivenUp: false };
    arrivals.set(id, [...known, arrival]);
    response.on("close", () => {
      arrival.isGivenUp = !response.writableFinished;
    });
    const reply = replies.get(name);
    if (reply === undefined) return void response.writeHead(501).end(`no reply is called ${name}`);
    reply({
      request,
      response,
      body,
      path,
      nth: known.length + 1,
      origins,
      elsewhere: (to, other) => `${origins[to]}/${other}/${id}${path.replace(/\?.*/, "")}`,
    });
  };
}

/** Lets a page of any origin ask for anything and see every header (Fetch, 3.2). */
const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
  // A star means every header but this one.
  "Access-Control-Allow-Headers": "*, Authorization",
  "Access-Control-Expose-Headers": "*",
} as const;

function originOf(host = "", origins: Origins): keyof Origins {
  if (origins.other.endsWith(`//${host}`)) return "other";
  return origins.localhost.endsWith(`//${host}`) ? "localhost" : "control";
}

/** On a free port of 127.0.0.1. */
async function listen(server: Server, sockets: Sockets) {
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket.on("close", () => open.delete(socket)));
    sockets.opened += 1;
    sockets.mostAtOnce = Math.max(sockets.mostAtOnce, open.size);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, close };
}
