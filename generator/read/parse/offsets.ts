import { keysOf } from "../../pointer.js";
import type { FetchedText } from "../input/fetch-text.js";
import { type ValueEvent, yamlEvents } from "./yaml.js";

/** A trie of the requested values by key, with their offsets once found. */
interface OffsetNode {
  readonly children: Map<string, OffsetNode>;
  offset: number | null;
}

/** An object or list that the walk has entered. */
interface Level {
  readonly target: OffsetNode | undefined;
  readonly isMapping: boolean;
  /** The key of the next value and its offset. */
  key: { readonly text: string; readonly offset: number } | null;
  items: number;
}

/** The offset of each JSON Pointer's key or item, or of its nearest ancestor in the text. */
export async function offsetsOf(
  source: FetchedText,
  pointers: readonly string[],
): Promise<Map<string, number>> {
  const root = foundIn(await eventsIn(source), pointers);
  return new Map(pointers.map((pointer) => [pointer, offsetIn(root, keysOf(pointer))]));
}

function addPointer(root: OffsetNode, keys: readonly string[]): void {
  let node = root;
  for (const key of keys) {
    const child = node.children.get(key) ?? { children: new Map(), offset: null };
    node.children.set(key, child);
    node = child;
  }
}

function offsetIn(root: OffsetNode, keys: readonly string[]): number {
  let offset = 0;
  let node: OffsetNode | undefined = root;
  for (const key of keys) {
    node = node?.children.get(key);
    offset = node?.offset ?? offset;
  }
  return offset;
}

function foundIn(events: Iterable<ValueEvent>, pointers: readonly string[]): OffsetNode {
  const root: OffsetNode = { children: new Map(), offset: 0 };
  for (const pointer of pointers) addPointer(root, keysOf(pointer));
  const levels: Level[] = [];
  for (const event of events) {
    if (event.kind === "end") {
      levels.pop();
      continue;
    }
    const level = levels.at(-1);
    if (event.kind === "scalar" && level?.isMapping && level.key === null) {
      level.key = { text: level.target ? event.text() : "", offset: event.offset };
      continue;
    }
    const target = level === undefined ? root : advance(level, event.offset);
    if (event.kind === "mapping" || event.kind === "sequence") {
      levels.push({ target, isMapping: event.kind === "mapping", key: null, items: 0 });
      if (target === undefined || target.children.size === 0) event.skip?.();
    }
  }
  return root;
}

/** Advances by one value and records its offset if it is requested. */
function advance(level: Level, offset: number): OffsetNode | undefined {
  const key = level.isMapping ? level.key?.text : String(level.items);
  const target = key === undefined ? undefined : level.target?.children.get(key);
  if (target) target.offset ??= level.key?.offset ?? offset;
  level.key = null;
  level.items += 1;
  return target;
}

type Events = () => Iterable<ValueEvent>;

/** The parse events of each text, so that locations need no second parse. */
const eventsByText = new WeakMap<FetchedText, Events>();

/** Keeps the parse events of a text for later. */
export function keepEvents(source: FetchedText, events: Events): void {
  eventsByText.set(source, events);
}

/** The values of a text in source order; none if it can't be parsed. */
async function eventsIn(source: FetchedText): Promise<Iterable<ValueEvent>> {
  return eventsByText.get(source)?.() ?? (await yamlEvents(source.text));
}

/** A position in a text; both numbers start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineBreak = /\r\n?|\n/g;

/** Indexes the line breaks of a text once, and then converts offsets to positions quickly. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  lineBreak.lastIndex = 0;
  while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
  return (offset) => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** Binary search for the last of the ascending numbers that isn't above the limit. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
