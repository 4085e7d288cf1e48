import { type Document, isObject, type Json, type JsonObject } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { type Container, walk } from "../document/walk.js";
import { withNull } from "./upgrade.js";

const ignore = "x-speakeasy-ignore";
const nullable = "x-nullable";

/**
 * Applies `x-…` extensions that change the document itself: removes ignored parts and references to
 * them, and allows `null` where an extension does.
 */
export function applyExtensions(document: Document): Document {
  const vendors = wordsIn(document);
  if (vendors.size === 0) return document;
  const ignored = vendors.has(ignore) ? ignoredIn(document) : () => false;
  const isOld = /^3\.0(\.|$)/.test(String(document["openapi"]));
  return rewritten(document, (part, kind, before) => {
    if (ignored(before, kind)) return null;
    if (kind !== "schema" || !isObject(part) || !isObject(before)) return part;
    return withVendorNull(withoutLost(part, before), isOld);
  });
}

/** The supported extensions that a document uses; most use none. */
function wordsIn(document: Document): ReadonlySet<string> {
  const vendors = new Set<string>();
  for (const { node } of walk(document, "outside-in")) {
    if (!isObject(node)) continue;
    for (const word of [ignore, nullable]) if (node[word] === true) vendors.add(word);
  }
  return vendors;
}

const ignorable: ReadonlySet<NodeKind> = new Set(["pathItem", "operation", "parameter", "schema"]);

function ignoredIn(document: Document): (part: Container, kind: NodeKind) => boolean {
  return (part, kind) => {
    if (!isObject(part) || !ignorable.has(kind)) return false;
    const node = follow(document, { node: part, pointer: "" })?.node ?? part;
    // A path can't be built without all its parameters.
    const isNeeded = kind === "parameter" && node["in"] === "path";
    return (part[ignore] === true || node[ignore] === true) && !isNeeded;
  };
}

/** Removed properties are no longer required. */
function withoutLost(schema: JsonObject, before: JsonObject): JsonObject {
  const { properties, required } = schema;
  if (!isObject(properties) || properties === before["properties"]) return schema;
  if (!Array.isArray(required)) return schema;
  const isLost = (name: Json) =>
    typeof name === "string" &&
    isObject(before["properties"]) &&
    Object.hasOwn(before["properties"], name) &&
    !Object.hasOwn(properties, name);
  return { ...schema, required: required.filter((name) => !isLost(name)) };
}

function withVendorNull(schema: JsonObject, isOld: boolean): JsonObject {
  if (typeof schema[nullable] !== "boolean") return schema;
  const { [nullable]: vendors, ...rest } = schema;
  if (isOld) return { nullable: vendors, ...rest };
  return vendors ? withNull(rest) : rest;
}
