import type { BodyReader } from "./operation.js";

/** Text of any kind, as it is. */
export const text: BodyReader = {
  decode: (bytes) => new TextDecoder().decode(bytes),
};
