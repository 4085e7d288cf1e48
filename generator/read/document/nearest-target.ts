import { nearest } from "../../nearest.js";
import { keysOf, pointerTo } from "../../pointer.js";
import { isObject, type Json, valueAt } from "./document.js";

/**
 * The pointer that was probably meant by one without a target: a sibling with a similar name, else
 * a component of that name. `null` if there is neither.
 *
 * @param pointer a JSON Pointer, or only the name of a component.
 */
export function nearestTarget(root: Json, pointer: string): string | null {
  const around = pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
  const siblings = around === "" ? [] : childrenOf(root, around);
  return nearest(pointer, siblings) ?? componentNamed(root, keysOf(`/${pointer}`).at(-1) ?? "");
}

/** A component in any section with the same name, whatever its case. */
function componentNamed(root: Json, name: string): string | null {
  for (const section of childrenOf(root, "/components")) {
    const components = valueAt(root, keysOf(section));
    const names = isObject(components) ? Object.keys(components) : [];
    const found = names.find((each) => each === name) ?? nearest(name, names);
    if (found !== null) return pointerTo(section, found);
  }
  return null;
}

function childrenOf(root: Json, pointer: string): string[] {
  const parent = valueAt(root, keysOf(pointer));
  return isObject(parent) ? Object.keys(parent).map((key) => pointerTo(pointer, key)) : [];
}
