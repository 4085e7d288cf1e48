import { type Document, isObject, type Json, type JsonObject } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { type Container, walk } from "../document/walk.js";
import { withNull } from "./upgrade.js";

const ignores = ["x-speakeasy-ignore", "x-fern-ignore"] as const;
const nullable = "x-nullable";

/**
 * Applies `x-…` extensions that change the document itself: removes ignored parts and references to
 * them, and allows `null` where an extension does.
 */
export function applyExtensions(document: Document): Document {
  const extensionsUsed = extensionsIn(document);
  if (extensionsUsed.size === 0) return document;
  const isUsed = ignores.some((name) => extensionsUsed.has(name));
  const ignored = isUsed ? ignoredIn(document) : () => false;
  const is30 = /^3\.0(\.|$)/.test(String(document["openapi"]));
  return rewritten(document, (part, kind, before) => {
    if (ignored(before, kind)) return null;
    if (kind !== "schema" || !isObject(part) || !isObject(before)) return part;
    return withExtensionNull(withoutRemovedRequired(part, before), is30);
  });
}

/** The supported extensions that a document uses; most use none. */
function extensionsIn(document: Document): ReadonlySet<string> {
  const extensionsUsed = new Set<string>();
  for (const { node } of walk(document, "outside-in")) {
    if (!isObject(node)) continue;
    for (const extension of [...ignores, nullable])
      if (node[extension] === true) extensionsUsed.add(extension);
  }
  return extensionsUsed;
}

const ignorable: ReadonlySet<NodeKind> = new Set(["pathItem", "operation", "parameter", "schema"]);

function ignoredIn(document: Document): (part: Container, kind: NodeKind) => boolean {
  return (part, kind) => {
    if (!isObject(part) || !ignorable.has(kind)) return false;
    const node = follow(document, { node: part, pointer: "" })?.node ?? part;
    // A path can't be built without all its parameters.
    const isNeeded = kind === "parameter" && node["in"] === "path";
    return [part, node].some(isIgnored) && !isNeeded;
  };
}

function isIgnored(node: JsonObject): boolean {
  return ignores.some((name) => node[name] === true);
}

/** The schema without removed properties in `required`. */
function withoutRemovedRequired(schema: JsonObject, before: JsonObject): JsonObject {
  const { properties, required } = schema;
  if (!isObject(properties) || properties === before["properties"]) return schema;
  if (!Array.isArray(required)) return schema;
  const isRemoved = (name: Json) =>
    typeof name === "string" &&
    isObject(before["properties"]) &&
    Object.hasOwn(before["properties"], name) &&
    !Object.hasOwn(properties, name);
  return { ...schema, required: required.filter((name) => !isRemoved(name)) };
}

function withExtensionNull(schema: JsonObject, is30: boolean): JsonObject {
  if (typeof schema[nullable] !== "boolean") return schema;
  const { [nullable]: extensionsUsed, ...rest } = schema;
  if (is30) return { nullable: extensionsUsed, ...rest };
  return extensionsUsed ? withNull(rest) : rest;
}
