import { jsonOrText } from "./json-or-text.js";
import type { BodyDecoder } from "./operation.js";

const textual = /^\s*$|^\s*text\/|[/+](json|xml|yaml|x-yaml|javascript|x-www-form-urlencoded)\b/i;

/**
 * Decodes a body without a schema by its Content-Type: JSON to a value, text to a string, anything
 * else to a `Blob`.
 */
export const anything: BodyDecoder = {
  decode: (bytes, contentType) =>
    textual.test(contentType)
      ? jsonOrText.decode(bytes, contentType)
      : new Blob([bytes], { type: contentType }),
};
