// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { BodyReader } from "./operation.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * JSON (RFC 8259), whatever the server calls it: a header is no reason to lose a good answer. Bytes
 * that are no UTF-8 are: what they stand for can only be guessed.
 */
export const json: BodyReader = {
  decode: (bytes) => JSON.parse(utf8.decode(bytes)),
};
