import { closureOf } from "../../closure.js";
import { grouped } from "../../grouped.js";
import { pointerTo } from "../../pointer.js";
import { decoded } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { localReference } from "../document/references.js";

/** The new pointers of renamed components, by their pointers in their document. */
export type Renames = ReadonlyMap<string, string>;

/**
 * The components of the second document that need another name: those that the first has under the
 * same name and with other content, and those that refer to one of them.
 */
export function renamedComponents(first: JsonObject, second: JsonObject): Renames {
  const own = componentsIn(first);
  const other = componentsIn(second);
  const shared = [...other].filter(([pointer]) => own.has(pointer));
  const different = shared
    .filter(([pointer, node]) => JSON.stringify(node) !== JSON.stringify(own.get(pointer)))
    .map(([pointer]) => pointer);
  const referrers = grouped(
    shared.flatMap(([pointer, node]) =>
      referencesOf(node).map((target): [string, string] => [target, pointer]),
    ),
  );
  const renamed = closureOf(different, (pointer) => referrers.get(pointer) ?? []);
  const taken = new Set([...own.keys(), ...other.keys()]);
  return new Map(
    [...renamed].map((pointer) => {
      let count = 2;
      while (taken.has(`${pointer}${count}`)) count += 1;
      taken.add(`${pointer}${count}`);
      return [pointer, `${pointer}${count}`];
    }),
  );
}

function componentsIn({ components }: JsonObject): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const [section, nodes] of Object.entries(isObject(components) ? components : {})) {
    if (!isObject(nodes) || section === "securitySchemes") continue;
    for (const [key, node] of Object.entries(nodes)) {
      found.set(pointerTo("/components", section, key), node);
    }
  }
  return found;
}

/** The pointers of the components that a part refers to. */
function referencesOf(part: Json): string[] {
  if (Array.isArray(part)) return part.flatMap(referencesOf);
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [componentOf(value)] : referencesOf(value),
  );
}

/** `/components/schemas/Pet` of `#/components/schemas/Pet/properties/name`. */
function componentOf(ref: string): string {
  return decoded(ref.slice(1)).split("/").slice(0, 4).join("/");
}

/** The document with its components under their new names, and the references to them. */
export function withNames(document: JsonObject, renames: Renames): JsonObject {
  if (renames.size === 0) return document;
  const changed = withReferences(document, renames);
  const { components } = changed;
  if (!isObject(components)) return changed;
  const renamed = Object.entries(components).map(([section, nodes]): [string, Json] => {
    if (!isObject(nodes)) return [section, nodes];
    const entries = Object.entries(nodes).map(([key, node]): [string, Json] => {
      const pointer = pointerTo("/components", section, key);
      const added = renames.get(pointer)?.slice(pointer.length) ?? "";
      return [`${key}${added}`, node];
    });
    return [section, Object.fromEntries(entries)];
  });
  return { ...changed, components: Object.fromEntries(renamed) };
}

function withReferences(object: JsonObject, renames: Renames): JsonObject {
  const value = (key: string, part: Json): Json => {
    if (typeof part === "string") return key === "$ref" ? renamedRef(part, renames) : part;
    if (Array.isArray(part)) return part.map((item: Json) => value("", item));
    if (!isObject(part)) return part;
    return key === "mapping" ? withMapping(part, renames) : withReferences(part, renames);
  };
  return Object.fromEntries(
    Object.entries(object).map(([key, part]): [string, Json] => [key, value(key, part)]),
  );
}

function renamedRef(ref: string, renames: Renames): string {
  const pointer = componentOf(ref);
  const renamed = ref.startsWith("#") ? renames.get(pointer) : undefined;
  if (renamed === undefined) return ref;
  return localReference(renamed + decoded(ref.slice(1)).slice(pointer.length));
}

/** The mapping of a discriminator, whose values are references or names of schemas. */
function withMapping(mapping: JsonObject, renames: Renames): JsonObject {
  return Object.fromEntries(
    Object.entries(mapping).map(([key, target]): [string, Json] => {
      // A field that is called `mapping` has a schema.
      if (isObject(target)) return [key, withReferences(target, renames)];
      if (typeof target !== "string") return [key, target];
      const pointer = pointerTo("/components/schemas", target);
      const renamed = renames.get(pointer);
      return [
        key,
        renamed === undefined
          ? renamedRef(target, renames)
          : target + renamed.slice(pointer.length),
      ];
    }),
  );
}
