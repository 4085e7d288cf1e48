import type { JsonObject } from "../read/document/document.js";
import type { Schema } from "./api.js";
import { textIn } from "./node.js";

/**
 * Whether a string in a multipart body is a file: `only` a file (raw bytes), or `also` a file (text
 * with a media type, or encoded bytes); `null` for plain text. OpenAPI 3.0 declares it by `format:
 * binary`, 3.1 by `contentMediaType` and `contentEncoding`.
 */
export function fileOf(node: JsonObject): "only" | "also" | null {
  if (textIn(node, "format") === "binary") return "only";
  const mediaType = textIn(node, "contentMediaType");
  if (mediaType === null) return null;
  const isText = /^text\/|[/+](json|xml|yaml)\b/i.test(mediaType);
  return isText || textIn(node, "contentEncoding") !== null ? "also" : "only";
}

/** Whether a schema is raw bytes. */
export function isBinary(schema: Schema): boolean {
  return schema.kind === "scalar" && schema.file === "only";
}
