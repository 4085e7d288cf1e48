import type { Place } from "../read/document.js";
import type { Resource } from "./api.js";
import { groupOf } from "./extensions.js";
import { itemsOf, type Reading, textIn, textsIn } from "./node.js";
import type { PlacedOperation } from "./operations.js";

/**
 * Operations by what they are about: the group of an extension, else the first tag, else the path's
 * first word. A group and a tag of the same words are one resource.
 */
export function resourcesFrom(
  reading: Reading,
  root: Place,
  operations: readonly PlacedOperation[],
): Resource[] {
  const members = new Map<string, PlacedOperation[]>();
  for (const placed of operations) {
    const key = plain(groupOf(placed.place.node) ?? tagOf(placed) ?? firstWordOf(placed));
    const found = members.get(key);
    if (found) found.push(placed);
    else members.set(key, [placed]);
  }
  const tags = new Map(
    itemsOf(reading, root, "tags").map(({ node }) => [plain(textIn(node, "name") ?? ""), node]),
  );
  return [...members].map(([key, placed]) => {
    const tag = tags.get(key);
    const name = nameOf(placed);
    return {
      name,
      // A tag is written for people, a group for programs.
      title: (tag && textIn(tag, "name")) ?? titleOf(placed, key) ?? name,
      description: tag ? textIn(tag, "description") : null,
      operations: placed.map(({ operation }) => operation),
    };
  });
}

function nameOf(placed: readonly PlacedOperation[]): string {
  const groups = placed.flatMap(({ place }) => groupOf(place.node) ?? []);
  const tags = placed.flatMap((each) => tagOf(each) ?? []);
  return groups[0] ?? tags[0] ?? placed.map(firstWordOf)[0] ?? "api";
}

function titleOf(placed: readonly PlacedOperation[], key: string): string | undefined {
  return placed.flatMap((each) => tagOf(each) ?? []).find((tag) => plain(tag) === key);
}

function tagOf({ place }: PlacedOperation): string | undefined {
  return textsIn(place.node, "tags")[0];
}

function firstWordOf({ operation }: PlacedOperation): string {
  return operation.path.split("/").find((segment) => /^[\w-]/.test(segment)) ?? "api";
}

/** Letters and digits alone, where there are any: `instanceSettings` and `Instance Settings` are one. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || text;
}
