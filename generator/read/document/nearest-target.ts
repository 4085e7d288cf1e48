import { memoize } from "../../memoize.js";
import { type Suggest, suggester } from "../../nearest.js";
import { keysOf, pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject, valueAt } from "./document.js";

/**
 * The pointer that was probably meant by one without a target: a sibling with a similar name, else
 * a component of that name. `null` if there is neither, or after too many others in the document.
 *
 * @param pointer a JSON Pointer, or only the name of a component.
 */
export function nearestTarget(root: Json, pointer: string): string | null {
  if (!isObject(root)) return null;
  const document = searchIn(root);
  const around = pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
  const siblings = around === "" ? [] : document.childrenOf(around);
  return (
    document.suggest(pointer, siblings) ??
    componentNamed(document, keysOf(`/${pointer}`).at(-1) ?? "")
  );
}

/** The index of a document in which targets are searched. */
interface Search {
  readonly suggest: Suggest;
  /** The pointers to the values in an object. */
  readonly childrenOf: (pointer: string) => readonly string[];
  /** The sections of the components. */
  readonly sections: readonly {
    readonly pointer: string;
    readonly section: JsonObject;
    readonly names: readonly string[];
  }[];
}

const searchIn = memoize((root: JsonObject): Search => {
  const children = new Map<string, readonly string[]>();
  const childrenOf = (pointer: string) => {
    const known = children.get(pointer) ?? pointersIn(root, pointer);
    children.set(pointer, known);
    return known;
  };
  const sections = childrenOf("/components").flatMap((pointer) => {
    const section = valueAt(root, keysOf(pointer));
    return isObject(section) ? [{ pointer, section, names: Object.keys(section) }] : [];
  });
  return { suggest: suggester(), childrenOf, sections };
});

/** A component in any section with the same name in upper or lower case. */
function componentNamed({ sections, suggest }: Search, name: string): string | null {
  for (const { pointer, section, names } of sections) {
    const found = Object.hasOwn(section, name) ? name : suggest(name, names);
    if (found !== null) return pointerTo(pointer, found);
  }
  return null;
}

function pointersIn(root: Json, pointer: string): string[] {
  const parent = valueAt(root, keysOf(pointer));
  return isObject(parent) ? Object.keys(parent).map((key) => pointerTo(pointer, key)) : [];
}
