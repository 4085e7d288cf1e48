// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { BodyReader } from "./operation.js";

/** JSON (RFC 8259), whatever the server calls it: a header is no reason to lose a good answer. */
export const json: BodyReader = {
  read: (response) => response.text(),
  decode: (raw) => JSON.parse(raw),
};
