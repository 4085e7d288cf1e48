import type { BodyReader } from "./operation.js";

/** JSON (RFC 8259), whatever the server calls it: a header is no reason to lose a good answer. */
export const json: BodyReader = {
  read: (response) => response.text(),
  decode: (raw) => JSON.parse(raw),
};
