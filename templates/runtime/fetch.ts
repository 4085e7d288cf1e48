/** Anything that does what `fetch` does. It must heed the `signal`, of the request or of `init`. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;
