import { bodyIn } from "./body.js";
import type { BodyWriter } from "./operation.js";

/** What a body of bytes may be given as. A stream is sent once, and never kept to be sent again. */
export type BinaryInput =
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>
  | string;

/** Text and bytes, as they are given. */
export const rawBody: BodyWriter = (fields, settings) => {
  const value = bodyIn(fields, settings);
  // The emitted types ask for what `fetch` takes; `null` is no body to it.
  return value === undefined
    ? undefined
    : { body: value as BodyInit, contentType: settings.contentType ?? "application/octet-stream" };
};
