import { textIn } from "./charset.js";
import type { BodyDecoder } from "./operation.js";

/** Text of any kind, as it is. */
export const text: BodyDecoder = { decode: textIn };
