import type { JsonObject, Place } from "../read/document/document.js";
import type { Resource } from "./api/api.js";
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
  const groups = groupsFrom(withoutLabelTags(operations, declared));
  const tags = tagsFrom(context, declared, groups);
  return groups.map((group) => resourceFrom(group, tags)).flatMap(withNested);
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
    ...textsFor(group, tags),
    operations: group.operations.map(({ operation }) => operation),
    inner: group.inner.map((inner) => resourceFrom(inner, tags)),
  };
}

function withNested(resource: Resource): Resource[] {
  return [resource, ...resource.inner.flatMap(withNested)];
}

/**
 * Tags have display texts, groups only names in code: a group whose operations share one tag takes
 * its texts from that tag, even if it has another name.
 */
function textsFor(
  group: Group,
  { declared, counts, sections }: Tags,
): Pick<Resource, "title" | "description" | "section"> {
  const used = tagsOf(group);
  const [only] = used.size === 1 ? used : [];
  const sameNameTag = declared.get(group.key);
  const shared = only === undefined ? undefined : declared.get(keyOfTag(only));
  const isOwn = only !== undefined && counts.get(only) === 1;
  const titleTag = sameNameTag ?? (isOwn ? shared : undefined);
  const tagName =
    [...used].find((tag) => keyOfTag(tag) === group.key) ?? (isOwn ? only : undefined);
  const descriptionTag = sameNameTag ?? shared;
  return {
    title: (titleTag && titleOf(titleTag)) ?? tagName ?? null,
    description: descriptionTag ? textIn(descriptionTag, "description") : null,
    section: sections.get(group.key) ?? sections.get(keyOfTag(only ?? "")) ?? null,
  };
}

/** The display name of a tag. */
export function titleOf(tag: JsonObject): string | null {
  return displayNameOf(tag) ?? textIn(tag, "summary") ?? textIn(tag, "name");
}

/**
 * The section of each tag: its parent tags, outermost first, and for a tag with children the tag
 * itself (OpenAPI 3.2, Tag Object). Stops at a loop of parents.
 */
export function sectionsAbove(tags: readonly JsonObject[]): [tag: string, section: string][] {
  const byName = new Map(tags.map((tag) => [textIn(tag, "name"), tag]));
  const parents = new Set(tags.flatMap((tag) => textIn(tag, "parent") ?? []));
  return tags.flatMap((tag): [string, string][] => {
    const name = textIn(tag, "name");
    if (name === null) return [];
    const ancestors = new Set<JsonObject>();
    for (let current: JsonObject | undefined = tag; current && !ancestors.has(current); ) {
      ancestors.add(current);
      current = byName.get(textIn(current, "parent") ?? "");
    }
    const above = [...ancestors].filter((each) => each !== tag || parents.has(name)).reverse();
    return above.length === 0 ? [] : [[name, above.map(titleOf).join(" / ")]];
  });
}

/** The operations without tags that are only labels: tags of a kind other than `nav`. */
function withoutLabelTags(
  operations: readonly PlacedOperation[],
  tags: readonly JsonObject[],
): readonly PlacedOperation[] {
  const labels = new Set(
    tags.flatMap((tag) =>
      (textIn(tag, "kind") ?? "nav") === "nav" ? [] : (textIn(tag, "name") ?? []),
    ),
  );
  if (labels.size === 0) return operations;
  return operations.map(({ operation, place }) => ({
    operation,
    place: withoutTags(place, labels),
  }));
}

function withoutTags({ node, pointer }: Place, labels: ReadonlySet<string>): Place {
  const tags = textsIn(node, "tags").filter((tag) => !labels.has(tag));
  return { node: { ...node, tags }, pointer };
}
