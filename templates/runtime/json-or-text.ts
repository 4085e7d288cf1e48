import { json } from "./json.js";
import type { BodyDecoder } from "./operation.js";
import { text } from "./text.js";

/** Whether the Content-Type is text. */
export function isText(contentType: string): boolean {
  return /^\s*text\/(?!json)/i.test(contentType);
}

/**
 * Decodes a payload whose schema allows a string: as text if the Content-Type says so or it isn't
 * JSON, else as JSON.
 */
export const jsonOrText: BodyDecoder = {
  decode(bytes, contentType) {
    try {
      return (isText(contentType) ? text : json).decode(bytes, contentType);
    } catch {
      return text.decode(bytes, contentType);
    }
  },
};
