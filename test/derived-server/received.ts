/** A request as it arrives. */
export interface Received {
  readonly method: string;
  /** Relative to the API's documented URL, wherever the server listens. */
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What a part of a request came to: a value, or what is wrong with it. */
export type Decoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string };
