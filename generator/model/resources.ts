import type { Place } from "../read/document.js";
import type { Operation, Resource } from "./api.js";
import { groupOf } from "./extensions.js";
import { itemsOf, type Reading, textIn, textsIn } from "./node.js";
import type { PlacedOperation } from "./operations.js";

/** Operations by what they are about: the group of an extension, else the first tag, else the path's first word. */
export function resourcesFrom(
  reading: Reading,
  root: Place,
  operations: readonly PlacedOperation[],
): Resource[] {
  const groups = new Map<string, { name: string; operations: Operation[] }>();
  for (const { place, operation } of operations) {
    const tag = textsIn(place.node, "tags")[0];
    const group = groupOf(place.node);
    const key = group ?? tag ?? firstWordOf(operation.path);
    // A tag is written for people, a group for programs: the page takes its title from the tag.
    const found = groups.get(key) ?? {
      name: tag && sameWords(key, tag) ? tag : key,
      operations: [],
    };
    found.operations.push(operation);
    groups.set(key, found);
  }
  const descriptions = new Map(
    itemsOf(reading, root, "tags").map(({ node }) => [
      textIn(node, "name"),
      textIn(node, "description"),
    ]),
  );
  return [...groups.values()].map(({ name, operations }) => ({
    name,
    description: descriptions.get(name) ?? null,
    operations,
  }));
}

function firstWordOf(path: string): string {
  return path.split("/").find((segment) => /^[\w-]/.test(segment)) ?? "api";
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return plain(a) === plain(b);
}
