import { keysOf } from "./pointer.js";

/** Keys that say what kind of thing stands below them, and not which. */
const kinds: ReadonlySet<string> = new Set(
  "components schemas definitions $defs paths webhooks responses content schema properties".split(
    " ",
  ),
);

/**
 * What a schema may be called that has no name but its place: every word on the way to it, so that
 * no other place can take its name away.
 *
 * @param taken the names that are given already, to which this one is added.
 */
export function placeName(pointer: string, taken: Set<string>): string {
  const keys = keysOf(pointer);
  const words = keys
    .filter(
      (key, index) => !kinds.has(key) && !key.startsWith("x-") && keys[index - 1] !== "content",
    )
    .flatMap((key) => (key === "requestBody" ? "body" : (key.match(/[\p{L}\p{N}]+/gu) ?? [])));
  const plain = words.join("_").slice(0, longest) || "place";
  let name = plain;
  for (let count = 2; taken.has(name); count += 1) name = `${plain}_${count}`;
  taken.add(name);
  return name;
}

/** In characters: a place may be a thousand levels deep, and its name is part of each path and type. */
const longest = 120;
