import type { BodyReader } from "./operation.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * JSON (RFC 8259), whatever the server calls it: a header is no reason to lose a good answer. Bytes
 * that are no UTF-8 are: what they stand for can only be guessed.
 */
export const json: BodyReader = {
  decode: (bytes) => JSON.parse(utf8.decode(bytes)),
};
