import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "../../generator/read/document/document.js";
import { answerFrom } from "./answers.js";
import type { Received } from "./received.js";
import { tokenURLs } from "./security.js";
import { judgeOf, type Verdict } from "./verdict.js";

/** An API that does what a document says, on 127.0.0.1, and nothing that it doesn't say. */
export interface DerivedServer {
  /** Its address; requests have the whole URL that they are for as their path. */
  readonly url: string;
  /** Sends a request to it, whichever host the request is for. */
  fetch(request: Request, init?: RequestInit): Promise<Response>;
  /** What it made of the requests since it was last asked. */
  verdicts(): Verdict[];
  /** With which status it answers what is as documented; `null` is the first success. */
  answerWith(status: number | null): void;
  close(): Promise<void>;
}

export async function startDerivedServer(document: JsonObject): Promise<DerivedServer> {
  const judge = judgeOf(document);
  const tokens = tokenURLs(document);
  let status: number | null = null;
  let verdicts: Verdict[] = [];
  /** An example is the only page of a list; later ones are empty. */
  const isLast = ({ route }: Verdict) => verdicts.filter((each) => each.route === route).length > 1;
  const server = createServer(async (request, response) => {
    const received = await receivedFrom(request);
    const verdict = await judge
      .verdictOn(received)
      .catch((cause): Verdict => ({ route: null, faults: [String(cause)] }));
    if (verdict.route === null && isTokenRequest(received, tokens)) {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ access_token: "token", token_type: "bearer", expires_in: 60 }));
      return;
    }
    verdicts.push(verdict);
    if (verdict.route === null || verdict.faults.length > 0) {
      response.writeHead(400, { "Content-Type": "text/plain" }).end(verdict.faults.join("\n"));
    } else {
      const answer = answerFrom(document, verdict.route, judge.schemas, {
        status,
        isLast: isLast(verdict),
        url: received.url.href,
        isStream: asksForStream(received),
      });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const send = globalThis.fetch;
  return {
    url: `http://127.0.0.1:${port}`,
    // The address that is meant goes into the path, as to a proxy.
    async fetch(request, init) {
      const response = await send(
        new Request(`http://127.0.0.1:${port}/${request.url}`, request),
        init,
      );
      return Object.defineProperty(response, "url", { value: request.url });
    },
    verdicts() {
      const told = verdicts;
      verdicts = [];
      return told;
    },
    answerWith(next) {
      status = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function receivedFrom(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return {
    method: request.method ?? "",
    url: new URL((request.url ?? "/").slice(1)),
    headers: new Headers(headers),
    body: new Uint8Array(Buffer.concat(chunks)),
  };
}

/** Whether the field `stream` of a request is true. */
function asksForStream({ url, body }: Received): boolean {
  return (
    url.searchParams.get("stream") === "true" ||
    /"stream":\s*true/.test(new TextDecoder().decode(body))
  );
}

function isTokenRequest({ method, url }: Received, tokens: readonly string[]): boolean {
  return method === "POST" && tokens.some((token) => url.href === new URL(token, url).href);
}
