// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

/** Anything that does what `fetch` does. It must heed the `signal`, of the request or of `init`. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** The global `fetch`, looked up at each call, so that one which is replaced later is heeded. */
export const platformFetch = (input: string | Request, init?: RequestInit): Promise<Response> =>
  globalThis.fetch(input, init);
