import type { JsonObject, Place } from "../read/document/document.js";
import type { Resource } from "./api.js";
import { displayNameOf, tagGroupsIn } from "./extensions.js";
import { firstTagOf, type Group, groupsFrom, keyOfTag } from "./groups.js";
import { itemsOf, type ModelContext, textIn, textsIn } from "./node.js";
import type { PlacedOperation } from "./operations.js";

/** Operations grouped into resources; nested resources follow their parent. */
export function resourcesFrom(
  context: ModelContext,
  root: Place,
  operations: readonly PlacedOperation[],
): Resource[] {
  const declared = itemsOf(context, root, "tags").map(({ node }) => node);
  const groups = groupsFrom(withoutMarks(operations, declared));
  const tags = tagsFrom(context, declared, groups);
  return groups.map((group) => resourceFrom(group, tags)).flatMap(withInner);
}

interface Tags {
  /** The Tag Objects of the document, by group key. */
  readonly declared: ReadonlyMap<string, JsonObject>;
  /** The number of groups with operations of a tag. */
  readonly counts: ReadonlyMap<string, number>;
  /** The sections of tags, by group key. */
  readonly sections: ReadonlyMap<string, string>;
}

function tagsFrom(
  context: ModelContext,
  nodes: readonly JsonObject[],
  groups: readonly Group[],
): Tags {
  const counts = new Map<string, number>();
  for (const tag of groups.flatMap(tagsBelow)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const declared = nodes.map((node): [string, JsonObject] => [
    keyOfTag(textIn(node, "name") ?? ""),
    node,
  ]);
  const sections = [
    ...sectionsAbove(nodes),
    ...tagGroupsIn(context.document).flatMap(({ name, tags }) =>
      tags.map((tag): [string, string] => [tag, name]),
    ),
  ].map(([tag, section]): [string, string] => [keyOfTag(tag), section]);
  return { declared: new Map(declared), counts, sections: new Map(sections) };
}

function tagsBelow(group: Group): string[] {
  return [...tagsOf(group), ...group.inner.flatMap(tagsBelow)];
}

function tagsOf({ operations }: Group): Set<string> {
  return new Set(operations.flatMap((placed) => firstTagOf(placed) ?? []));
}

function resourceFrom(group: Group, tags: Tags): Resource {
  return {
    path: group.path,
    ...wordsFor(group, tags),
    operations: group.operations.map(({ operation }) => operation),
    inner: group.inner.map((inner) => resourceFrom(inner, tags)),
  };
}

function withInner(resource: Resource): Resource[] {
  return [resource, ...resource.inner.flatMap(withInner)];
}

/**
 * Tags are written for people, groups for code: a group takes its texts from a tag of another name,
 * too.
 */
function wordsFor(
  group: Group,
  { declared, counts, sections }: Tags,
): Pick<Resource, "title" | "description" | "section"> {
  const used = tagsOf(group);
  const [only] = used.size === 1 ? used : [];
  const namesake = declared.get(group.key);
  const shared = only === undefined ? undefined : declared.get(keyOfTag(only));
  const isOwn = only !== undefined && counts.get(only) === 1;
  const titled = namesake ?? (isOwn ? shared : undefined);
  const called = [...used].find((tag) => keyOfTag(tag) === group.key) ?? (isOwn ? only : undefined);
  const described = namesake ?? shared;
  return {
    title: (titled && titleOf(titled)) ?? called ?? null,
    description: described ? textIn(described, "description") : null,
    section: sections.get(group.key) ?? sections.get(keyOfTag(only ?? "")) ?? null,
  };
}

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
function withoutMarks(
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
