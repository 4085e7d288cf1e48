import { charsetIn, textIn } from "./charset.js";
import type { BodyDecoder } from "./operation.js";

/**
 * JSON (RFC 8259), whatever the server calls it: a wrong header is no reason to lose a good answer.
 * It is UTF-8, unless it can't be and the server names another charset.
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
