import { json } from "./json.js";
import type { BodyDecoder } from "./operation.js";
import { text } from "./text.js";

/** Whether a server calls its answer text. */
export function isText(contentType: string): boolean {
  return /^\s*text\/(?!json)/i.test(contentType);
}

/** JSON whose schema allows a text: a text if the server says so, or if it is no JSON. */
export const jsonOrText: BodyDecoder = {
  decode(bytes, contentType) {
    try {
      return (isText(contentType) ? text : json).decode(bytes, contentType);
    } catch {
      return text.decode(bytes, contentType);
    }
  },
};
