/**
 * Anything that does what `fetch` does, and heeds the `signal` of `init`. It is called with a URL, or
 * with a `Request` where the client has hooks.
 */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** The global `fetch`, looked up for each call, so that a later replacement takes effect. */
export const platformFetch: Fetch = (input, init) => globalThis.fetch(input, init);

/**
 * A request as URL and options, which can be sent again: a `Request` gives its body once.
 *
 * @param body the call's own; a stream can't be kept, and so is sent once all the same.
 */
export async function repeatable(
  input: string | Request,
  init: RequestInit = {},
  body?: BodyInit,
): Promise<[url: string, init: RequestInit]> {
  if (typeof input === "string") return [input, init];
  const { url, method, headers, redirect, credentials, cache, mode, keepalive } = input;
  const own = { ...init, method, headers, redirect, credentials, cache, mode, keepalive };
  if (body instanceof ReadableStream) {
    // `duplex` is required for streams (Fetch, RequestInit), and missing from TypeScript's types.
    return [url, Object.assign(own, { body: input.body, duplex: "half" })];
  }
  const bytes = await input.arrayBuffer();
  return [url, { ...own, body: bytes.byteLength > 0 ? bytes : null }];
}
