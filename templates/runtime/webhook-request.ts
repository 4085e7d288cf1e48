import { fromBase64 } from "./base64.js";

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

/** Where each framework has the raw body. */
const rawBody =
  'webhooks: pass the raw body, not the parsed one. Express: express.raw({ type: "*/*" }). ' +
  'Next.js: the Request, or bodyParser: false. Fastify: a content type parser with parseAs: "buffer". ' +
  "Hono: c.req.raw. Lambda: the event. Workers: the Request.";

/** A header by its name in lower case; `""` if it is missing. */
export function headerIn({ headers }: WebhookRequest, name: string): string {
  const value = isHeaders(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return [value].flat().join(" ");
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
  throw new TypeError(rawBody);
}
