import { isObject, type JsonObject } from "../document/document.js";
import { follow } from "../document/refs.js";
import { rewritten } from "../document/rewrite.js";

/**
 * The document with the media types of its components (OpenAPI 3.2) where they are referred to: the
 * versions before it, and openapi-typescript, know no reference there.
 */
export function withMediaTypes(document: JsonObject): JsonObject {
  const { components } = document;
  if (!isObject(components) || !isObject(components["mediaTypes"])) return document;
  return rewritten(document, (part, kind) => {
    if (kind !== "mediaType" || !isObject(part) || typeof part["$ref"] !== "string") return part;
    // A copy, since what is sent and what is received may yet be told apart.
    return { ...(follow(document, { node: part, pointer: "" })?.node ?? part) };
  });
}
