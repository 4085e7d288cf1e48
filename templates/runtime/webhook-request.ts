/** A delivery as it arrived: a `Request`, or its headers and its raw body. */
export type WebhookRequest = Request | RawRequest;

/** The headers and the raw body of a delivery, as in Node's servers and in an AWS Lambda event. */
export interface RawRequest {
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes or the text that was signed, not the value parsed from it. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** Whether the body is base64, as in events of AWS Lambda. */
  readonly isBase64Encoded?: boolean | undefined;
}

/** Reads a header by its name in lower case; `""` if it is missing. */
export type ReadHeader = (name: string) => string;

/** The headers and the bytes of a delivery. */
export interface ArrivedRequest {
  readonly header: ReadHeader;
  readonly body: Uint8Array<ArrayBuffer>;
}
