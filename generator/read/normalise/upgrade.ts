import { type Document, isObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";
import { upgradedSchema } from "./upgrade-rules.js";

/**
 * Upgrades a document to OpenAPI 3.1. Documents of 3.1 or later are returned as they are. The
 * result shares unchanged parts with the original. Only the insides of schemas change, so JSON
 * Pointers to anything else stay valid.
 */
export function upgrade(document: Document): Document {
  const { openapi } = document;
  if (typeof openapi !== "string" || !/^3\.0(\.|$)/.test(openapi)) return document;
  const upgraded = rewritten(document, (part, kind) =>
    kind === "schema" && isObject(part) ? upgradedSchema(part) : part,
  );
  return { ...upgraded, openapi: "3.1.0" };
}
