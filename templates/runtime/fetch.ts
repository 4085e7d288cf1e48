/**
 * A function with the contract of `fetch`, which must respect the `signal` of `init`. It is called
 * with a URL and options, or with a `Request` if a hook returns one or sees one with a stream.
 */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** The global `fetch`, looked up for each call, so that a later replacement takes effect. */
export const platformFetch: Fetch = (input, init) => globalThis.fetch(input, init);

/**
 * A request as a URL and options, which can be sent more than once, unlike a `Request` with a body.
 *
 * @param body the call's own body; a stream can't be kept and is still sent only once.
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
    // `duplex` is required for streams (Fetch, RequestInit); missing from TypeScript's types.
    return [url, Object.assign(own, { body: input.body, duplex: "half" })];
  }
  const bytes = await input.arrayBuffer();
  return [url, { ...own, body: bytes.byteLength > 0 ? bytes : null }];
}
