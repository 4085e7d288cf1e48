import type { ArrivedRequest, RawRequest, WebhookRequest } from "./webhook-request.js";

/** @throws {TypeError} if the body is parsed or was read before. */
export async function read(request: WebhookRequest): Promise<ArrivedRequest> {
  // Not `instanceof`: a framework may have its own class.
  if ("bodyUsed" in request && !request.bodyUsed) {
    return {
      header: (name) => request.headers.get(name) ?? "",
      body: new Uint8Array(await request.arrayBuffer()),
    };
  }
  const { readRaw } = await import("./webhook-raw-request.js");
  // A `Request` that was read has a stream as its body, or none.
  return readRaw(request as RawRequest);
}
