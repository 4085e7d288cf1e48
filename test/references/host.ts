import { createServer, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";

/** A server on the loopback interface that tells what it was asked. */
export interface Host {
  /** Without a slash at its end. */
  readonly url: string;
  /** The host with its port. */
  readonly host: string;
  /** The paths that were asked for, in their order. */
  readonly asked: string[];
  readonly headers: IncomingHttpHeaders[];
  /** What is answered as JSON, by path. */
  readonly answers: Record<string, unknown>;
  /** Where a path leads. */
  readonly redirects: Record<string, string>;
}

/** Starts a server that ends with the test. */
export async function startHost(): Promise<Host> {
  const state = { asked: [] as string[], headers: [] as IncomingHttpHeaders[] };
  const answers: Record<string, unknown> = {};
  const redirects: Record<string, string> = {};
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    state.asked.push(path);
    state.headers.push(request.headers);
    const location = redirects[path];
    if (location !== undefined) response.writeHead(302, { location }).end();
    else if (path in answers) response.end(JSON.stringify(answers[path]));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return { url: `http://${host}`, host, answers, redirects, ...state };
}
