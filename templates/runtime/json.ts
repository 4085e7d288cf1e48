import { charsetIn, textIn } from "./charset.js";
import type { BodyDecoder } from "./operation.js";

/**
 * JSON (RFC 8259) of any Content-Type: a wrong header doesn't fail the call. Decoded as UTF-8, or
 * with the charset of the Content-Type if it isn't valid UTF-8.
 */
export const json: BodyDecoder = {
  decode(bytes, contentType) {
    try {
      return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch (cause) {
      if (/^(utf-?8)?$/.test(charsetIn(contentType) ?? "")) throw cause;
      return JSON.parse(textIn(bytes, contentType));
    }
  },
};
