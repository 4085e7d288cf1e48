import { keysOf, pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { descendantsIn } from "../document/inheritance.js";
import { isReference, kindBelow, type NodeKind } from "../document/openapi-structure.js";
import { keysIn, schemaReference } from "../document/references.js";
import { type Container, isContainer, walk } from "../document/walk.js";

/** The components that are still referenced, as pointers. */
type Used = Set<string>;

/** Removes the components that nothing refers to. */
export function pruned(document: JsonObject): JsonObject {
  const { components, ...rest } = document;
  if (!isObject(components)) return document;
  const used = usedIn(document, rest, components);
  const sections = Object.entries(components).flatMap(([section, map]): [string, Json][] => {
    if (!isObject(map) || !prunable.has(section)) return [[section, map]];
    const entries = Object.entries(map).filter(([name]) => used.has(pointerTo("", section, name)));
    return entries.length > 0 ? [[section, Object.fromEntries(entries)]] : [];
  });
  return { ...document, components: Object.fromEntries(sections) };
}

/** Examples are kept: references to them are in data, which the walk doesn't enter. */
const prunable: ReadonlySet<string> = new Set(
  (
    "schemas responses parameters headers requestBodies callbacks pathItems links mediaTypes " +
    "securitySchemes"
  ).split(" "),
);

function usedIn(document: JsonObject, rest: JsonObject, components: JsonObject): Used {
  // A discriminator refers to them implicitly.
  const descendants = descendantsIn(document);
  const used: Used = new Set();
  const entered = new Map<NodeKind, Set<Container>>();
  const pending: [Container, NodeKind][] = [[rest, "document"]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [root, rootKind] = next;
    for (const { node, kind } of walk(root, "outside-in", { kind: rootKind, entered })) {
      if (!isObject(node)) continue;
      for (const name of namesIn(node, kind)) {
        const [section = "", key = ""] = keysOf(name);
        const part = componentAt(components, section, key);
        if (used.has(name)) continue;
        used.add(name);
        if (isContainer(part))
          pending.push([part, kindBelow(kindBelow("components", section), "")]);
        if (section !== "schemas" || !isObject(part) || !isObject(part["discriminator"])) continue;
        for (const descendant of descendants.get(part) ?? [])
          pending.push([{ allOf: [{ $ref: schemaReference(descendant.name) }] }, "schema"]);
      }
    }
  }
  return used;
}

/** The components that an object refers to. */
function namesIn(node: JsonObject, kind: NodeKind): string[] {
  const { $ref, security } = node;
  if (isReference(node, kind) && typeof $ref === "string") return componentIn($ref);
  switch (kind) {
    case "schema":
      return mappingTargets(node);
    case "document":
    case "operation":
      return (Array.isArray(security) ? security : []).flatMap((requirement) =>
        isObject(requirement)
          ? Object.keys(requirement).map((name) => pointerTo("/securitySchemes", name))
          : [],
      );
    default:
      return [];
  }
}

/** The targets of a discriminator's mapping: references or schema names. */
function mappingTargets({ discriminator }: JsonObject): string[] {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  return Object.values(isObject(mapping) ? mapping : {}).flatMap((value) => {
    if (typeof value !== "string") return [];
    return value.startsWith("#") ? componentIn(value) : [pointerTo("/schemas", value)];
  });
}

function componentIn(ref: string): string[] {
  const [components, section, name] = keysIn(ref);
  const isComponent = components === "components" && section !== undefined && name !== undefined;
  return isComponent ? [pointerTo("", section, name)] : [];
}

function componentAt(components: JsonObject, section: string, name: string): Json | undefined {
  const map = components[section];
  return isObject(map) && Object.hasOwn(map, name) ? map[name] : undefined;
}
