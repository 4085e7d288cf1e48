import type { IncomingMessage } from "node:http";

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The longest body that the mock server reads, in bytes. */
const longestBody = 32 * 2 ** 20;

/** Reads a request; `null` if its body is too long. */
export async function receivedFrom(request: IncomingMessage): Promise<Received | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > longestBody) return null;
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(":")) headers.set(name, String(value));
  }
  return {
    method: request.method ?? "GET",
    url: urlFrom(request.url),
    headers,
    body: new Uint8Array(Buffer.concat(chunks)),
  };
}

/** The URL of a request target (RFC 9112, 3.2): a path, which may begin with `//`, or a URL. */
function urlFrom(target = "/"): URL {
  const text = target.startsWith("/") ? `http://localhost${target}` : target;
  return new URL(URL.canParse(text) ? text : "http://localhost/");
}
