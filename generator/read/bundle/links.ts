import { pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { isReference, type NodeKind } from "../document/openapi-structure.js";
import { localReference } from "../document/references.js";
import { isContainer, pointerOf, type Start, type Visit, walk } from "../document/walk.js";
import type { Origin, Part } from "./file.js";
import { baseOf, type Resources } from "./resources.js";

/**
 * A reference to a part of a document: a `$ref`, a dynamic reference or a discriminator mapping.
 */
export interface Link {
  /** The object that contains it. */
  readonly node: JsonObject;
  readonly key: string;
  readonly ref: string;
  /** What kind of node its target is. */
  readonly kind: NodeKind;
  /** The URL that it starts from. */
  readonly base: string;
  readonly origin: Origin;
  readonly from: Part;
  /** Its JSON Pointer in its file. */
  readonly pointer: () => string;
}

/** A part of a document and its kind. */
export interface Region {
  readonly part: Part;
  readonly kind: NodeKind;
}

/** The links in a region, except those in parts that were walked before. */
export function linksIn(
  { part, kind }: Region,
  entered: Start["entered"],
  { bases }: Resources,
): Link[] {
  const { value } = part;
  if (!isContainer(value)) return [];
  const links: Link[] = [];
  for (const visit of walk(value, "outside-in", { kind, entered })) {
    const { node } = visit;
    if (!isObject(node)) continue;
    const pointer = () => `${part.pointer}${pointerOf(visit)}`;
    const add = (at: JsonObject, key: string, ref: Json | undefined, to: NodeKind) => {
      if (typeof ref !== "string") return;
      const keys = at === node ? [key] : ["discriminator", "mapping", key];
      const origin = part.file.originAt(() => pointerTo(pointer(), ...keys));
      // References in an overlay are relative to the overlay, except those to the document itself.
      const isAdded = origin.url !== part.file.url && !ref.startsWith("#");
      const base = isAdded ? origin.url : baseOf(visit, bases, part.base);
      links.push({ node: at, key, ref, kind: to, base, origin, from: part, pointer });
    };
    if (isReference(node, visit.kind)) add(node, "$ref", node["$ref"], visit.kind);
    if (visit.kind !== "schema") continue;
    add(node, "$dynamicRef", node["$dynamicRef"], "schema");
    if (typeof node["$recursiveRef"] === "string") {
      const enclosing = `${part.pointer}${pointerOf(recursionRoot(visit))}`;
      const ref = localReference(enclosing);
      const link = { node, key: "$recursiveRef", ref, kind: "schema" } as const;
      const origin = part.file.originAt(() => pointerTo(pointer(), "$recursiveRef"));
      links.push({ ...link, base: part.file.url, origin, from: part, pointer });
    }
    for (const [name, ref] of Object.entries(mappingIn(node))) {
      if (isFile(ref)) add(mappingIn(node), name, ref, "schema");
    }
  }
  return links;
}

/** References that depend on the referring schema. They are read as plain references. */
export const dynamicKeys = ["$dynamicRef", "$recursiveRef"];

/**
 * The target of `$recursiveRef: "#"` (JSON Schema 2019-09, Core, 8.2.4.2): the nearest enclosing
 * schema with `$recursiveAnchor`, else the outermost.
 */
function recursionRoot(visit: Visit): Visit {
  let outermost = visit;
  for (
    let current: Visit | null = visit;
    current !== null && isOfSchema(current);
    current = current.parent
  ) {
    if (current.kind !== "schema" || !isObject(current.node)) continue;
    outermost = current;
    if (current.node["$recursiveAnchor"] === true) break;
  }
  return outermost;
}

function isOfSchema({ kind }: Visit): boolean {
  return kind === "schema" || kind === "schemas";
}

/** A discriminator's mapping, from values to schema names or references. */
export function mappingIn({ discriminator }: JsonObject): JsonObject {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  return isObject(mapping) ? mapping : {};
}

/** A mapping value may be a name or a reference. A value that looks like neither is a name. */
function isFile(ref: Json): boolean {
  return typeof ref === "string" && /[#/]|\.(ya?ml|json)$/.test(ref);
}
