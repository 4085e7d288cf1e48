import { jsonOrText } from "./json-or-text.js";
import type { BodyDecoder } from "./operation.js";

const textual = /^\s*$|^\s*text\/|[/+](json|xml|yaml|x-yaml|javascript|x-www-form-urlencoded)\b/i;

/** What no schema describes, by its Content-Type: JSON as a value, texts as text, the rest as a `Blob`. */
export const anything: BodyDecoder = {
  decode: (bytes, contentType) =>
    textual.test(contentType)
      ? jsonOrText.decode(bytes, contentType)
      : new Blob([bytes], { type: contentType }),
};
