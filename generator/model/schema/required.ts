import { pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject, type Place } from "../../read/document/document.js";
import { follow } from "../../read/document/references.js";
import { listIn, type ModelContext } from "../node.js";

/** A property's schema, and where it is. */
interface FoundProperty {
  readonly value: Json;
  readonly pointer: string;
}

/**
 * Finds the schema of a property that a schema requires without describing it: in a member of a
 * composition that the schema belongs to, or in that composition.
 *
 * @param compositions the compositions, outermost first.
 */
export function describedField(
  context: ModelContext,
  compositions: readonly Place[],
  name: string,
): FoundProperty | null {
  const seen = new Set<JsonObject>();
  for (const place of compositions.toReversed()) {
    const found = fieldIn(context, place, name, seen);
    if (found !== null) return found;
  }
  return null;
}

/** @param seen the objects visited so far: a member may refer back to its composition. */
function fieldIn(
  context: ModelContext,
  { node, pointer }: Place,
  name: string,
  seen: Set<JsonObject>,
): FoundProperty | null {
  if (seen.has(node)) return null;
  seen.add(node);
  const properties = node["properties"];
  if (isObject(properties) && Object.hasOwn(properties, name)) {
    return { value: properties[name] ?? null, pointer: pointerTo(pointer, "properties", name) };
  }
  for (const [key, index, member] of membersOf(node)) {
    const place = { node: member, pointer: pointerTo(pointer, key, index) };
    const target = follow(context.document, place);
    const found = target && fieldIn(context, target, name, seen);
    if (found) return found;
  }
  return null;
}

/**
 * The members of `allOf`, and a single alternative next to `null`: the form of upgraded nullable
 * schemas of 3.0.
 */
function membersOf(node: JsonObject): [key: string, index: number, member: JsonObject][] {
  const membersAt = (key: string) =>
    listIn(node, key).flatMap((member, index): [string, number, JsonObject][] =>
      isObject(member) && member["type"] !== "null" ? [[key, index, member]] : [],
    );
  const choices = [membersAt("oneOf"), membersAt("anyOf")].filter(({ length }) => length === 1);
  return [...membersAt("allOf"), ...choices.flat()];
}
