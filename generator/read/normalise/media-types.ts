import { isObject, type JsonObject } from "../document/document.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";

/**
 * Inlines referenced media types (OpenAPI 3.2, `components/mediaTypes`), which earlier versions and
 * openapi-typescript don't support.
 */
export function withMediaTypes(document: JsonObject): JsonObject {
  const { components } = document;
  if (!isObject(components) || !isObject(components["mediaTypes"])) return document;
  return rewritten(document, (part, kind) => {
    if (kind !== "mediaType" || !isObject(part) || typeof part["$ref"] !== "string") return part;
    // A copy, since requests and responses may be rewritten differently.
    return { ...(follow(document, { node: part, pointer: "" })?.node ?? part) };
  });
}
