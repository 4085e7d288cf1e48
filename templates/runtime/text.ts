import type { BodyReader } from "./operation.js";

/** Text of any kind, as it is. */
export const text: BodyReader = {
  read: (response) => response.text(),
  decode: (raw) => raw,
};
