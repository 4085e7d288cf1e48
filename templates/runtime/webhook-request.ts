import { fromBase64 } from "./base64.js";
import type { ReadHeader } from "./webhook-scheme.js";

/** A delivery as it arrived: a `Request`, or its headers and its raw body. */
export type WebhookRequest = Request | RawRequest;

/** The headers and the raw body of a delivery, as in Node's servers and in an AWS Lambda event. */
export interface RawRequest {
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes or the text that was signed, not the value parsed from it. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** Whether the body is base64, as AWS Lambda says it. */
  readonly isBase64Encoded?: boolean | undefined;
}

/** Reads the headers of a delivery. */
export function headersIn({ headers }: WebhookRequest): ReadHeader {
  const entries = isHeaders(headers) ? [...headers] : Object.entries(headers);
  const values = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => [values.get(name)].flat().join(" ");
}

// Not `instanceof`: a framework may have its own class.
function isHeaders(headers: WebhookRequest["headers"]): headers is Headers {
  return typeof headers.get === "function";
}

/** @throws {TypeError} if the body is parsed or was read before. */
export async function bytesIn(request: WebhookRequest): Promise<Uint8Array<ArrayBuffer>> {
  const isUnread = "arrayBuffer" in request && !request.bodyUsed;
  const body: unknown = isUnread ? await request.arrayBuffer() : request.body;
  if (typeof body === "string") {
    const isBase64 = "isBase64Encoded" in request && request.isBase64Encoded;
    return isBase64 ? fromBase64(body) : new TextEncoder().encode(body);
  }
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Uint8Array(body);
  // Loaded for those who need the advice, so that servers don't bundle it.
  const { rawBodyAdvice } = await import("./webhook-raw-body.js");
  throw new TypeError(rawBodyAdvice);
}
