import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { keysIn, localReference, targetOf } from "../document/references.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/**
 * References such as `#/$defs/Pet` in a schema that was copied into the document together with its
 * `$defs`: they resolve from the document's root (RFC 6901, 6), but were written for the schema's
 * root.
 */
export function definitionMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    if (!isObject(node)) return [];
    if (kind === "schema") return mistake(document, visit, node["$ref"]);
    const { mapping } = node;
    if (kind !== "discriminator" || !isObject(mapping)) return [];
    const read = Object.entries(mapping).map(([value, ref]): [string, Json] => [
      value,
      intendedRef(document, visit, ref) ?? ref,
    ]);
    const fix = { node, key: "mapping", replace: () => Object.fromEntries(read) };
    return read.some(([value, ref]) => ref !== mapping[value]) ? [{ problem: null, fix }] : [];
  });
}

function mistake(document: JsonObject, visit: Visit, ref: Json | undefined): Finding[] {
  const intended = intendedRef(document, visit, ref);
  if (intended === null || typeof ref !== "string") return [];
  const fix = { node: visit.node, key: "$ref", replace: () => intended };
  if (isResource(document, intended.slice(1, -ref.length + 1))) return [{ problem: null, fix }];
  const message = `\`$ref\` ${quoted(ref)} resolves from the document's root, where it has no target; it is read relative to the enclosing schema: write ${quoted(intended)}`;
  const pointer = pointerTo(pointerOf(visit), "$ref");
  return [{ problem: warningAt(pointer, message, "local-definition"), fix }];
}

/**
 * Whether a schema is a resource of its own, from whose root its references resolve (JSON Schema
 * 2020-12, 8.2.1). Before OpenAPI 3.1, `$id` has no meaning.
 */
function isResource(document: JsonObject, pointer: string): boolean {
  const schema = targetOf(document, localReference(pointer));
  if (schema.kind !== "object" || !/^3\.[1-9]/.test(String(document["openapi"]))) return false;
  return typeof schema.place.node["$id"] === "string";
}

/** The intended reference; `null` if the written one resolves, or if there is no such target. */
function intendedRef(document: JsonObject, visit: Visit, ref: Json | undefined): string | null {
  if (typeof ref !== "string" || !/^#\/(\$defs|definitions)\//.test(ref)) return null;
  if (targetOf(document, ref).kind !== "nothing") return null;
  const [section = "", name = ""] = keysIn(ref);
  for (let current: Visit | null = visit; current !== null; current = current.parent) {
    const definitions = isObject(current.node) ? current.node[section] : undefined;
    if (current.kind !== "schema" || !isObject(definitions) || !Object.hasOwn(definitions, name)) {
      continue;
    }
    return localReference(pointerOf(current)) + ref.slice(1);
  }
  return null;
}
