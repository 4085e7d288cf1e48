import { fromBase64 } from "./base64.js";

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

/** Reads the headers of a delivery. */
export function headersIn({ headers }: WebhookRequest): ReadHeader {
  // Not `instanceof`: a framework may have its own class.
  const entries = [...(Symbol.iterator in headers ? headers : Object.entries(headers))];
  return (name) =>
    entries.flatMap(([key, value]) => (key.toLowerCase() === name ? value : [])).join(" ");
}

/** The fields of both, with any body that JavaScript code may pass. */
interface AnyRequest extends Partial<Pick<Request, "arrayBuffer" | "bodyUsed">> {
  readonly body: unknown;
  readonly isBase64Encoded?: RawRequest["isBase64Encoded"];
}

/** @throws {TypeError} if the body is parsed or was read before. */
export async function bytesIn(request: AnyRequest): Promise<Uint8Array<ArrayBuffer>> {
  const body = request.bodyUsed === false ? await request.arrayBuffer?.() : request.body;
  if (typeof body === "string") {
    return request.isBase64Encoded ? fromBase64(body) : new TextEncoder().encode(body);
  }
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Uint8Array(body);
  // Loaded for those who need the advice, so that servers don't bundle it.
  return (await import("./webhook-raw-body.js")).refuseBody();
}
