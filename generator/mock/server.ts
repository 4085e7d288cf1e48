import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Api } from "../model/api/api.js";
import { foreignCaller } from "./access.js";
import { type Answer, problem } from "./answer.js";
import type { ServerState } from "./answer-to.js";
import { type Preferences, preferencesIn } from "./preferences.js";
import { type Received, receivedFrom } from "./received.js";
import { type FindRoutes, type Match, routesOf } from "./routes.js";
import { newState } from "./state.js";

/** A server on the loopback interface that behaves as a document describes. */
export interface MockServer {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

export interface MockOptions {
  /** `null` takes 4010, or any free port if that is taken. */
  readonly port: number | null;
  /** Whether to keep the resources that requests create. */
  readonly hasState: boolean;
  /** Hosts besides this machine whose pages may call the server, and by which it may be called. */
  readonly allowedHosts?: readonly string[];
  /** Varies the values that the document has no example of; `null` answers with the same ones. */
  readonly seed: number | null;
  /** Called with one line per request. */
  readonly log: (line: string) => void;
}

const defaultPort = 4010;

/** @throws {Error} if the port that the options name can't be used. */
export async function startMock(api: Api, options: MockOptions): Promise<MockServer> {
  const findRoutes = routesOf(api);
  const state = options.hasState ? newState() : null;
  const { allowedHosts = [] } = options;
  const server = createServer((request, response) => {
    const started = performance.now();
    respond(request, response, { api, findRoutes, state, allowedHosts, seed: options.seed })
      .catch((cause: unknown) => fail(response, cause))
      .then((operationId) => {
        const ms = Math.round(performance.now() - started);
        const { method, url } = request;
        options.log(`${method} ${url} ${response.statusCode} ${ms} ms ${operationId ?? ""}`.trim());
      });
  });
  await listen(server, options.port ?? defaultPort).catch((cause: NodeJS.ErrnoException) => {
    if (options.port === null) return listen(server, 0);
    const isTaken = cause.code === "EADDRINUSE";
    const reason = isTaken ? "is already in use" : `can't be used (${cause.code})`;
    throw new Error(`port ${options.port} ${reason}: choose another with --port`, { cause });
  });
  // The cast is safe: a server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** Answers with a 500, unless an answer has begun, which is broken off. */
async function fail(response: ServerResponse, cause: unknown): Promise<undefined> {
  if (response.headersSent) response.destroy();
  else await send(response, problem(500, String(cause)), null);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

interface Context extends ServerState {
  readonly findRoutes: FindRoutes;
  readonly allowedHosts: readonly string[];
}

/** Answers a request. Resolves to the id of its operation, or to `undefined` if it has none. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<string | undefined> {
  const foreign = foreignCaller(request.headers, context.allowedHosts);
  if (foreign !== null) {
    await send(response, problem(403, foreign), null);
    return undefined;
  }
  const received = await receivedFrom(request);
  if (received === null) {
    await send(response, problem(413, "the body is longer than the mock server reads"), null);
    return undefined;
  }
  const preferences = preferencesIn(received.headers.get("Prefer") ?? "");
  const matches = context.findRoutes(received.url.pathname);
  const match =
    matches.find((each) => isMethod(each, received.method)) ??
    // Node sends no body in answer to a HEAD.
    matches.find((each) => received.method === "HEAD" && isMethod(each, "GET"));
  if (match === undefined) {
    await send(response, answerWithoutRoute(received, matches), null);
    return undefined;
  }
  // Imported on the first request, so that the server starts fast.
  const { answerTo } = await import("./answer-to.js");
  await send(response, await answerTo(received, match, preferences, context), preferences);
  return match.operation.id;
}

function isMethod({ operation }: Match, method: string): boolean {
  return operation.method.toUpperCase() === method.toUpperCase();
}

/** Answers a preflight request (Fetch, CORS protocol), a wrong method, or an unknown path. */
function answerWithoutRoute({ method, url, headers }: Received, matches: readonly Match[]): Answer {
  const methods = matches.map(({ operation }) => operation.method.toUpperCase()).join(", ");
  if (method === "OPTIONS" && headers.has("Access-Control-Request-Method")) {
    return {
      status: 204,
      headers: {
        "Access-Control-Allow-Methods": methods,
        "Access-Control-Allow-Headers": headers.get("Access-Control-Request-Headers") ?? "*",
      },
      body: "",
    };
  }
  if (matches.length === 0) return problem(404, `no operation has the path ${url.pathname}`);
  const answer = problem(405, `${url.pathname} takes ${methods}, not ${method}`);
  return { ...answer, headers: { ...answer.headers, Allow: methods } };
}

async function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  preferences: Preferences | null,
): Promise<void> {
  const { delayMs = 0, drop = null } = preferences ?? {};
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (drop === "before-headers") {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "*",
    ...headers,
  });
  const parts = typeof body === "string" ? [body] : body;
  if (drop === "mid-body") {
    const [first = ""] = parts;
    response.write(first.slice(0, Math.ceil(first.length / 2)), () => response.destroy());
    return;
  }
  for (const part of parts.slice(0, -1)) response.write(part);
  response.end(parts.at(-1) ?? "");
}
