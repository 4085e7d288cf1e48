import { isObject, type JsonObject, pointerTo } from "../document/document.js";
import type { Placed } from "./operations.js";

/** Removes the tags that no operation uses, and keeps the order of the rest. */
export function withoutIdleTags(
  document: JsonObject,
  operations: readonly Placed[],
): { readonly document: JsonObject; readonly before: ReadonlyMap<string, string> } {
  const { tags } = document;
  if (!Array.isArray(tags)) return { document, before: new Map() };
  const used = new Set(operations.flatMap(({ node }) => tagsOf(node)));
  addParents(used, tags.filter(isObject));
  const kept = [...tags.entries()].filter(
    ([, tag]) => !isObject(tag) || typeof tag["name"] !== "string" || used.has(tag["name"]),
  );
  const before = kept.map(([old], now): [string, string] => [
    pointerTo("/tags", now),
    pointerTo("/tags", old),
  ]);
  return {
    document: { ...document, tags: kept.map(([, tag]) => tag) },
    before: new Map(before.filter(([now, old]) => now !== old)),
  };
}

function tagsOf({ tags }: JsonObject): string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

/** Adds the parents of used tags (OpenAPI 3.2, Tag Object). */
function addParents(used: Set<string>, tags: readonly JsonObject[]): void {
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  for (const name of used) {
    const parent = parents.get(name);
    // Iterating a Set includes elements that are added meanwhile.
    if (typeof parent === "string") used.add(parent);
  }
}
