/**
 * A function with the contract of `fetch`. It must respect the `signal` of the request or of
 * `init`.
 */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** The global `fetch`, looked up for each call, so that a later replacement takes effect. */
export const platformFetch = (input: string | Request, init?: RequestInit): Promise<Response> =>
  globalThis.fetch(input, init);
