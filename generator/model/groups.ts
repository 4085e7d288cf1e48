import { groupOf } from "./extensions.js";
import { textsIn } from "./node.js";
import type { PlacedOperation } from "./operations.js";

/** Operations that belong together, and the groups nested below them. */
export interface Group {
  /** Equal for a group and a tag with the same words. */
  readonly key: string;
  readonly path: Path;
  readonly operations: readonly PlacedOperation[];
  readonly inner: readonly Group[];
}

/** The path from the client to a group: `["billing", "plans"]` is `client.billing.plans`. */
type Path = readonly [string, ...string[]];

/**
 * Groups operations by an extension, else by their first tag, else by the first word of their path
 * that isn't a prefix such as a version, in the document's order.
 */
export function groupsFrom(operations: readonly PlacedOperation[]): readonly Group[] {
  const names = namesFrom(operations);
  const outermost: MutableGroup[] = [];
  const groups = new Map<string, MutableGroup>();
  const groupAt = (path: Path): MutableGroup => {
    const key = keyOf(path);
    const known = groups.get(key);
    if (known) return known;
    const group: MutableGroup = { key, path: names.get(key) ?? path, operations: [], inner: [] };
    groups.set(key, group);
    const outer = prefixesOf(path).at(-2);
    (outer ? groupAt(outer).inner : outermost).push(group);
    return group;
  };
  for (const placed of operations) groupAt(pathOf(placed)).operations.push(placed);
  return outermost;
}

export function firstTagOf({ place }: PlacedOperation): string | undefined {
  return textsIn(place.node, "tags")[0];
}

/** The key of the group that a tag names. */
export function keyOfTag(tag: string): string {
  return keyOf(pathOfTag(tag));
}

interface MutableGroup extends Group {
  readonly operations: PlacedOperation[];
  readonly inner: MutableGroup[];
}

/**
 * The spelling of each group: that of an extension has precedence over a tag with the same words.
 */
function namesFrom(operations: readonly PlacedOperation[]): ReadonlyMap<string, Path> {
  const names = new Map<string, Path>();
  const isGrouped = ({ place }: PlacedOperation) => groupOf(place.node) !== null;
  const tagged = operations.filter((placed) => !isGrouped(placed));
  for (const path of [...operations.filter(isGrouped), ...tagged].map(pathOf)) {
    for (const prefix of prefixesOf(path)) {
      const key = keyOf(prefix);
      if (!names.has(key)) names.set(key, prefix);
    }
  }
  return names;
}

function pathOf(placed: PlacedOperation): Path {
  const tag = firstTagOf(placed);
  return groupOf(placed.place.node) ?? (tag === undefined ? [firstWordOf(placed)] : pathOfTag(tag));
}

/** A dot separates names only between lowercase words, so not in `Node.js`. */
function pathOfTag(tag: string): Path {
  const [first = tag, ...rest] = /^[a-z]\w*(\.[a-z]\w*){1,7}$/.test(tag) ? tag.split(".") : [tag];
  return [first, ...rest];
}

/** `["a"]`, `["a", "b"]`, … */
function prefixesOf([first, ...rest]: Path): Path[] {
  return [[first], ...rest.map((_, depth): Path => [first, ...rest.slice(0, depth + 1)])];
}

function firstWordOf({ operation }: PlacedOperation): string {
  // Some authors tell operations apart by a query or a fragment: `/layers#find=LayerVersion`.
  const [path = ""] = operation.path.split(/[?#]/);
  const words = path.split("/").filter((segment) => /^[\w-]/.test(segment));
  return words.find((word) => !isPrefix(word)) ?? words[0] ?? "api";
}

/** Common path prefixes: `api`, `v1`, `2018-10-31`. */
function isPrefix(word: string): boolean {
  return /^(api|rest|v\d+([._]\d+)*((alpha|beta)\d*)?|\d{4}-\d{2}-\d{2})$/i.test(word);
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(normalized));
}

/**
 * Only letters and digits, if there are any: `instanceSettings` and `Instance Settings` are equal.
 */
function normalized(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || text;
}
