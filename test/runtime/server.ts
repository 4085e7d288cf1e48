import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Which connection it came by, counted from 1. */
  readonly connection: number;
}

/** Answers one request. */
export type Reply = (response: ServerResponse) => void;

export interface TestServer {
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** How many requests hold their connection: neither answered in full nor given up. */
  openRequests(): number;
}

/** A server on 127.0.0.1 until the test ends; the nth request gets the nth reply, further ones the last. */
export async function serve(...replies: [Reply, ...Reply[]]): Promise<TestServer> {
  const requests: RecordedRequest[] = [];
  const connections = new Map<Socket, number>();
  const open = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    open.add(response.on("close", () => open.delete(response)));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    const body = Buffer.concat(chunks).toString();
    const connection = connections.get(request.socket) ?? 0;
    requests.push({ method, url, headers, body, connection });
    const reply = replies[Math.min(requests.length, replies.length) - 1] ?? replies[0];
    reply(response);
  });
  server.on("connection", (socket) => connections.set(socket, connections.size + 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    openRequests: () => open.size,
  };
}

/** The URL of a server that is gone. */
export async function refusingURL(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

type ReplyHeaders = Readonly<Record<string, string>>;

/** Exactly this status, these headers and this text. */
export function text(status: number, body = "", headers: ReplyHeaders = {}): Reply {
  return (response) => response.writeHead(status, headers).end(body);
}

export function json(status: number, body: unknown, headers: ReplyHeaders = {}): Reply {
  return text(status, JSON.stringify(body), { "Content-Type": "application/json", ...headers });
}

/** Resets the connection instead of answering. */
export const reset: Reply = (response) => response.socket?.resetAndDestroy();

/** Says that more is to come than comes, and closes the connection in good order. */
export function truncated(status: number, body: string): Reply {
  return (response) => {
    response.writeHead(status, { "Content-Length": String(body.length + 100) });
    response.write(body, () => response.socket?.end());
  };
}

/** Sends headers and a part of the body, and resets the connection. */
export function resetMidBody(status: number, body: string): Reply {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    // Later, because a reset may overtake what was sent just before it.
    response.write(body, () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
  };
}

/** Takes the request and never says a word. */
export const silent: Reply = () => {};

/** Sends headers and a part of the body, and never the rest. */
export function stalled(status: number, body: string, headers: ReplyHeaders = {}): Reply {
  return (response) => response.writeHead(status, headers).write(body);
}

/** Gives the reply when the promise resolves. */
export function when(moment: Promise<unknown>, reply: Reply): Reply {
  return (response) => void moment.then(() => reply(response));
}
