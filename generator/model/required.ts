import {
  isObject,
  type Json,
  type JsonObject,
  type Place,
  pointerTo,
} from "../read/document/document.js";
import { follow } from "../read/document/refs.js";
import { listIn, type ModelContext, textsIn } from "./node.js";

/** The fields of an `allOf` that are asked for beside the member that describes them, as it does. */
export function requiredOfMembers(reading: ModelContext, place: Place): JsonObject {
  const names = requiredIn(place.node).filter((name) => !describes(place.node, name));
  const found = names.flatMap((name): [string, Json][] => {
    const field = fieldOf(reading, place, name, new Set());
    return field === null ? [] : [[name, field]];
  });
  return Object.fromEntries(found);
}

/** What a composition asks for itself, or by a member that doesn't describe it. */
export function requiredIn(node: JsonObject): string[] {
  const members = listIn(node, "allOf").filter(isObject);
  const asked = members.flatMap((member) =>
    textsIn(member, "required").filter((name) => !describes(member, name)),
  );
  return [...new Set([...textsIn(node, "required"), ...asked])];
}

function describes({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}

/** @param seen the objects on the way here: a member may lead back to what it is a member of. */
function fieldOf(
  reading: ModelContext,
  { node, pointer }: Place,
  name: string,
  seen: Set<JsonObject>,
): Json | null {
  if (seen.has(node)) return null;
  seen.add(node);
  const properties = node["properties"];
  const own = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : null;
  if (own !== null && own !== undefined) return own;
  for (const [index, member] of listIn(node, "allOf").entries()) {
    if (!isObject(member)) continue;
    const place = { node: member, pointer: pointerTo(pointer, "allOf", index) };
    const target = follow(reading.document, place);
    const field = target && fieldOf(reading, target, name, seen);
    if (field !== null) return field;
  }
  return null;
}
