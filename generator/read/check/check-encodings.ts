import { didYouMean, nearest } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { targetOf } from "../document/references.js";
import { pointerOf, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/**
 * Entries of `encoding` without an effect: of a media type that isn't a form, or for a field that
 * the schema doesn't have (OpenAPI 3.1.1, Encoding Object).
 */
export function encodingMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind, key } = visit;
    if (kind !== "mediaType" || !isObject(node) || !isObject(node["encoding"])) return [];
    const { encoding, schema } = node;
    const pointer = pointerTo(pointerOf(visit), "encoding");
    if (Object.keys(encoding).length === 0) return [];
    if (!/^(multipart\/|application\/x-www-form-urlencoded)/i.test(key)) {
      const message = `\`encoding\` of ${quoted(key)} is ignored: only forms and multipart bodies have fields with an encoding`;
      return [{ problem: warningAt(pointer, message, "unused-encoding"), fix: null }];
    }
    const fields = new Set<string>();
    if (schema === undefined || !collectFields(document, schema, fields, 0)) return [];
    const unknown = Object.keys(encoding).filter(
      (name) => !fields.has(name) && !name.startsWith("x-"),
    );
    return unknown.map((name) => {
      const remedy = didYouMean(nearest(name, [...fields]), "describe the field in `schema`");
      const message = `the encoding of ${quoted(name)} is ignored, because the schema has no such field: ${remedy}`;
      return {
        problem: warningAt(pointerTo(pointer, name), message, "unused-encoding"),
        fix: null,
      };
    });
  });
}

/** The deepest nesting of references and compositions that is followed. */
const deepest = 50;

/** Adds the names of an object's fields; returns `false` if it may have others. */
function collectFields(
  document: JsonObject,
  schema: Json,
  fields: Set<string>,
  depth: number,
): boolean {
  if (!isObject(schema) || depth > deepest) return false;
  const { $ref, properties, additionalProperties = false, patternProperties } = schema;
  if (typeof $ref === "string") {
    const target = targetOf(document, $ref);
    if (target.kind !== "object") return false;
    if (!collectFields(document, target.place.node, fields, depth + 1)) return false;
  }
  for (const name of Object.keys(isObject(properties) ? properties : {})) fields.add(name);
  const members = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? list : [];
  });
  const isOpen = additionalProperties !== false || patternProperties !== undefined;
  return !isOpen && members.every((each) => collectFields(document, each, fields, depth + 1));
}
