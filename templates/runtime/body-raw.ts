import { bodyIn } from "./body.js";
import type { BodyWriter } from "./operation.js";

/** The content of a binary body. A stream is sent once and never buffered for a retry. */
export type BinaryInput =
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>
  | string;

/** Whether a value is bytes that `fetch` accepts. */
export function isBytes(value: unknown): value is Exclude<BinaryInput, string> {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream
  );
}

/** A text or binary body, sent unchanged. */
export const rawBody: BodyWriter = (fields, settings) => {
  const value = bodyIn(fields, settings);
  // The emitted types allow only what `fetch` accepts; `null` means no body to `fetch`.
  return value === undefined
    ? undefined
    : { body: value as BodyInit, contentType: settings.contentType ?? "application/octet-stream" };
};
