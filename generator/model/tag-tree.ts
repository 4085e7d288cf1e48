import type { JsonObject, Place } from "../read/document/document.js";
import { displayNameOf } from "./extensions.js";
import { textIn, textsIn } from "./node.js";
import type { PlacedOperation } from "./operations.js";

/** The display name of a tag. */
export function titleOf(tag: JsonObject): string | null {
  return displayNameOf(tag) ?? textIn(tag, "summary") ?? textIn(tag, "name");
}

/**
 * The section of each tag: its parent tags, outermost first, and for a tag with children the tag
 * itself (OpenAPI 3.2, Tag Object). A loop of parents ends where it began.
 */
export function sectionsAbove(tags: readonly JsonObject[]): [tag: string, section: string][] {
  const byName = new Map(tags.map((tag) => [textIn(tag, "name"), tag]));
  const parents = new Set(tags.flatMap((tag) => textIn(tag, "parent") ?? []));
  return tags.flatMap((tag): [string, string][] => {
    const name = textIn(tag, "name");
    if (name === null) return [];
    const way = new Set<JsonObject>();
    for (let here: JsonObject | undefined = tag; here && !way.has(here); ) {
      way.add(here);
      here = byName.get(textIn(here, "parent") ?? "");
    }
    const above = [...way].filter((each) => each !== tag || parents.has(name)).reverse();
    return above.length === 0 ? [] : [[name, above.map(titleOf).join(" / ")]];
  });
}

/** The operations without tags that are only labels: those of another kind than `nav`. */
export function withoutMarks(
  operations: readonly PlacedOperation[],
  tags: readonly JsonObject[],
): readonly PlacedOperation[] {
  const marks = new Set(
    tags.flatMap((tag) =>
      (textIn(tag, "kind") ?? "nav") === "nav" ? [] : (textIn(tag, "name") ?? []),
    ),
  );
  if (marks.size === 0) return operations;
  return operations.map(({ operation, place }) => ({ operation, place: unmarked(place, marks) }));
}

function unmarked({ node, pointer }: Place, marks: ReadonlySet<string>): Place {
  const tags = textsIn(node, "tags").filter((tag) => !marks.has(tag));
  return { node: { ...node, tags }, pointer };
}
