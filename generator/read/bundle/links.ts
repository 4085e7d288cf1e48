import { isObject, type Json, type JsonObject } from "../document/document.js";
import { isReference, type NodeKind } from "../document/openapi-structure.js";
import { isContainer, pointerOf, type Start, walk } from "../document/walk.js";
import type { Part } from "./file.js";
import { baseOf, type Resources } from "./resources.js";

/** A text that leads from one part of a document to another. */
export interface Link {
  /** The object that it stands in. */
  readonly node: JsonObject;
  readonly key: string;
  readonly ref: string;
  /** What stands at its end. */
  readonly kind: NodeKind;
  readonly base: string;
  readonly from: Part;
  /** Where it stands in its file. */
  readonly pointer: () => string;
}

/** A part of a document, and what it is. */
export interface Region {
  readonly part: Part;
  readonly kind: NodeKind;
}

/** The links in a region, but for those in what was walked through before. */
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
    const base = () => baseOf(visit, bases, part.base);
    const add = (at: JsonObject, key: string, ref: Json | undefined, to: NodeKind) => {
      if (typeof ref !== "string") return;
      links.push({ node: at, key, ref, kind: to, base: base(), from: part, pointer });
    };
    if (isReference(node, visit.kind)) add(node, "$ref", node["$ref"], visit.kind);
    if (visit.kind !== "schema") continue;
    for (const key of dynamicKeys) add(node, key, node[key], "schema");
    for (const [name, ref] of Object.entries(mappingIn(node))) {
      if (isFile(ref)) add(mappingIn(node), name, ref, "schema");
    }
  }
  return links;
}

/** References that depend on what refers to the schema around them; they are taken as if they didn't. */
export const dynamicKeys = ["$dynamicRef", "$recursiveRef"];

/** The schemas that a discriminator names: by name, or by reference. */
export function mappingIn({ discriminator }: JsonObject): JsonObject {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  return isObject(mapping) ? mapping : {};
}

/** A mapping leads to names as well as to references; what looks like neither is a name. */
function isFile(ref: Json): boolean {
  return typeof ref === "string" && /[#/]|\.(ya?ml|json)$/.test(ref);
}
