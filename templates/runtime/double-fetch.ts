import { bytesOf } from "./bytes.js";
import type { Sent } from "./double-answers.js";
import { repeatable } from "./fetch.js";
import type { Operation } from "./operation.js";
import { pathPattern } from "./path-pattern.js";

/** The method and URL that a client passes to `fetch`. */
export function targetOf(input: string | Request, init: RequestInit = {}) {
  return typeof input === "string"
    ? { url: input, method: init.method ?? "GET" }
    : { url: input.url, method: input.method };
}

/** Whether a request is the operation's own, and not one for a token or after a redirect. */
export function isRequestOf(operation: Operation, sentMethod: string, url: string): boolean {
  const pattern = new RegExp(pathPattern(operation, "[^?#]*"));
  return operation.method === sentMethod && pattern.test(decoded(new URL(url).pathname));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a URL is another one, or below its path. */
export function isBelow(url: string, base: string): boolean {
  return url === base || url.startsWith(base.replace(/\/?$/, "/")) || url.startsWith(`${base}?`);
}

const megabyte = 2 ** 20;

/** What a client passes to `fetch`, with the bytes of its body. */
export async function sentFrom(input: string | Request, given: RequestInit = {}): Promise<Sent> {
  const signal = given.signal ?? undefined;
  signal?.throwIfAborted();
  const { method } = targetOf(input, given);
  const [url, { headers, body }] = await repeatable(input, given);
  // A `Response`, because a `Request` would refuse the body of a GET.
  const bytes = new Uint8Array(await bytesOf(new Response(body ?? null), megabyte));
  return { method, url, headers: new Headers(headers), bytes, signal };
}
