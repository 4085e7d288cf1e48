import type { ArrivedRequest, RawRequest } from "./webhook-request.js";

// Loaded on demand, because servers that pass a `Request` don't need it.

/**
 * Reads the headers and the raw body of a request that isn't a `Request`.
 *
 * @throws {TypeError} with the place where each framework has the raw body, if it is parsed or was
 *   read before.
 */
export function readRaw({ headers, body, isBase64Encoded }: RawRequest): ArrivedRequest {
  const entries = [...(Symbol.iterator in headers ? headers : Object.entries(headers))];
  return {
    header: (name) =>
      entries.flatMap(([key, value]) => (key.toLowerCase() === name ? value : [])).join(" "),
    body: bytesOf(body, isBase64Encoded),
  };
}

/** @param body of any kind, since code without types may pass one. */
function bytesOf(body: unknown, isBase64Encoded = false): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") {
    // Not `fromBase64`: a module that both files share becomes a third file in a bundle.
    if (isBase64Encoded) return Uint8Array.from(atob(body), (each) => each.charCodeAt(0));
    return new TextEncoder().encode(body);
  }
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Uint8Array(body);
  throw new TypeError(
    "webhooks: pass the raw body, not the parsed one. " +
      'Express: express.raw({ type: "*/*" }) on the route, before express.json(). ' +
      "Next.js: the Request; in the Pages Router, bodyParser: false. " +
      'Fastify: a content type parser with parseAs: "buffer". ' +
      "Hono: c.req.raw. AWS Lambda: the event. Cloudflare Workers: the Request.",
  );
}
