/** Anything that does what `fetch` does. It must heed the `signal`, of the request or of `init`. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** The global `fetch`, looked up at each call, so that one which is replaced later is heeded. */
export const platformFetch = (input: string | Request, init?: RequestInit): Promise<Response> =>
  globalThis.fetch(input, init);
