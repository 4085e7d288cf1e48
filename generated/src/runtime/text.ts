// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { BodyReader } from "./operation.js";

/** Text of any kind, as it is. */
export const text: BodyReader = {
  decode: (bytes) => new TextDecoder().decode(bytes),
};
