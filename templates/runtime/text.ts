import { textIn } from "./charset.js";
import type { BodyDecoder } from "./operation.js";

/** Text of any kind, unchanged. */
export const text: BodyDecoder = { decode: textIn };
