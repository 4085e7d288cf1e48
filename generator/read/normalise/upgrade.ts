import { type Document, isObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";
import { upgradedSchema } from "./upgrade-rules.js";

/**
 * The document in the words of OpenAPI 3.1. One of 3.1 or later is returned as it is; one of 3.0 is
 * left alone, and its copy shares with it whatever needs no change. Only the insides of schemas are
 * rearranged: everything else keeps its JSON Pointer.
 */
export function upgrade(document: Document): Document {
  const { openapi } = document;
  if (typeof openapi !== "string" || !/^3\.0(\.|$)/.test(openapi)) return document;
  const upgraded = rewritten(document, (part, kind) =>
    kind === "schema" && isObject(part) ? upgradedSchema(part) : part,
  );
  return { ...upgraded, openapi: "3.1.0" };
}
