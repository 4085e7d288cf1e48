import type { JsonObject } from "../read/document/document.js";
import type { Schema } from "./api.js";
import { textIn } from "./node.js";

/**
 * Whether a string is a file where it is a part of a multipart body: `only` a file (raw bytes), or
 * `also`, where it is text with a media type or encoded bytes; `null` where it is plain text.
 * OpenAPI 3.0 says so by `format: binary`, 3.1 by `contentMediaType` and `contentEncoding`.
 */
export function fileOf(node: JsonObject): "only" | "also" | null {
  if (textIn(node, "format") === "binary") return "only";
  const mediaType = textIn(node, "contentMediaType");
  if (mediaType === null) return null;
  const isText = /^text\/|[/+](json|xml|yaml)\b/i.test(mediaType);
  return isText || textIn(node, "contentEncoding") !== null ? "also" : "only";
}

/** Whether a schema is nothing but raw bytes. */
export function isBinary(schema: Schema): boolean {
  return schema.kind === "scalar" && schema.file === "only";
}
