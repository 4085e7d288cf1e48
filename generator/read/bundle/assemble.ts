import { errorAt, type Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject, pointerTo } from "../document/document.js";
import { isMap, isReference, kindBelow, type NodeKind } from "../document/openapi-structure.js";
import { keysOf } from "../document/pointer.js";
import type { Moves, Written } from "../document/trace.js";
import { isContainer } from "../document/walk.js";
import { type ComponentSlot, endOf, type SlotOf } from "./component-slots.js";
import type { Discovery } from "./discover.js";
import { type File, keyOf, type Part } from "./file.js";
import { dynamicKeys, mappingIn } from "./links.js";

/**
 * The path to a node of the bundled document. Kept as a linked list, since most pointers are never
 * needed as text.
 */
interface Way {
  readonly parent: Way | null;
  readonly key: string;
}

/** The state of one assembly. */
interface Joining {
  readonly entry: File;
  readonly discovery: Discovery;
  readonly homeOf: SlotOf;
  readonly moves: Map<string, Written>;
  readonly problems: Problem[];
  /** The unnamed parts that are being inlined, outermost first. */
  readonly within: Set<string>;
  /** How many more parts may be inlined. */
  left: number;
}

export interface Assembled {
  readonly document: JsonObject;
  readonly moves: Moves;
  readonly problems: readonly Problem[];
}

const mostInPlace = 100_000;

/**
 * Builds one document out of an entry file and everything it refers to. References to named parts
 * become local references.
 */
export function assemble(
  entry: File,
  discovery: Discovery,
  homes: readonly ComponentSlot[],
  homeOf: SlotOf,
): Assembled {
  const moves = new Map<string, Written>();
  const joining: Joining = {
    ...{ entry, discovery, homeOf, moves, problems: [] },
    ...{ within: new Set(), left: mostInPlace },
  };
  const root = copied(entry.root, "document", null, joining);
  const sections = new Map<string, [string, Json][]>();
  for (const home of homes) {
    if (moves.has(home.pointer)) continue;
    moves.set(home.pointer, { source: home.part.file.source, pointer: home.part.pointer });
    const section = home.pointer.slice(0, home.pointer.lastIndexOf("/"));
    const entries = sections.get(section) ?? [];
    sections.set(section, entries);
    entries.push([
      keysOf(home.pointer).at(-1) ?? "",
      copied(home.part.value, home.kind, wayTo(home.pointer), joining),
    ]);
  }
  const document = [...sections].reduce(
    (whole, [section, entries]) => withEntries(whole, keysOf(section), entries),
    isObject(root) ? root : {},
  );
  return { document, moves, problems: joining.problems };
}

function copied(value: Json, kind: NodeKind, way: Way | null, joining: Joining): Json {
  if (!isContainer(value) || kind === "data") return value;
  if (!isObject(value)) {
    return value.map((item, index) =>
      copied(item, kind, { parent: way, key: `${index}` }, joining),
    );
  }
  const part = isReference(value, kind) ? joining.discovery.partAt(value, "$ref") : null;
  if (part !== null) return referred(value, kind, part, way, joining);
  const copy = fieldsOf(value, kind, way, joining);
  if (kind !== "schema") return copy;
  return withMapping(value, withoutDynamic(value, copy, joining), joining);
}

function fieldsOf(
  value: JsonObject,
  kind: NodeKind,
  way: Way | null,
  joining: Joining,
): JsonObject {
  const entries = Object.entries(value).map(([key, child]): [string, Json] => [
    key,
    copied(child, kindBelow(kind, key), { parent: way, key }, joining),
  ]);
  return Object.fromEntries(entries);
}

function referred(
  node: JsonObject,
  kind: NodeKind,
  part: Part,
  way: Way | null,
  joining: Joining,
): Json {
  const { $ref, ...siblings } = node;
  const isWhole = isMap(kind);
  if (
    part.file === joining.entry &&
    !isWhole &&
    typeof $ref === "string" &&
    $ref.startsWith("#/")
  ) {
    return fieldsOf(node, kind, way, joining);
  }
  const end = endOf({ part, link: { kind } }, joining.discovery).part;
  const home = isWhole ? null : joining.homeOf(end, kind);
  if (home !== null && home.pointer !== pointerOf(way)) {
    return { $ref: refTo(home.pointer), ...fieldsOf(siblings, kind, way, joining) };
  }
  return inPlace(siblings, kind, end, way, joining);
}

/**
 * Inlines a part that can't be a component. Siblings of the `$ref` override the part's own keys.
 */
function inPlace(
  siblings: JsonObject,
  kind: NodeKind,
  part: Part,
  way: Way | null,
  joining: Joining,
): Json {
  const key = keyOf(part);
  const pointer = pointerOf(way);
  joining.left -= 1;
  if (joining.within.has(key) || joining.left < 0) {
    const message = "`$ref` leads back to where it stands: describe one of the parts in full";
    joining.problems.push(errorAt(pointerTo(pointer, "$ref"), message));
    return {};
  }
  joining.moves.set(pointer, { source: part.file.source, pointer: part.pointer });
  joining.within.add(key);
  const copy = copied(part.value, kind, way, joining);
  joining.within.delete(key);
  return isObject(copy) ? { ...copy, ...fieldsOf(siblings, kind, way, joining) } : copy;
}

/** Replaces a dynamic reference with a plain one when nothing extends the schema around it. */
function withoutDynamic(node: JsonObject, copy: JsonObject, { discovery, homeOf }: Joining) {
  return dynamicKeys.reduce((schema, key) => {
    const part = discovery.partAt(node, key);
    const home = part && homeOf(part, "schema");
    if (!home) return schema;
    const { [key]: _, ...rest } = schema;
    return { $ref: refTo(home.pointer), ...rest };
  }, copy);
}

function withMapping(node: JsonObject, copy: JsonObject, joining: Joining): JsonObject {
  const mapping = mappingIn(node);
  const { discovery, homeOf } = joining;
  const entries = Object.entries(mapping).map(([name, ref]): [string, Json] => {
    const part = discovery.partAt(mapping, name);
    const end = part && endOf({ part, link: { kind: "schema" } }, discovery).part;
    const home = end && homeOf(end, "schema");
    return [name, home ? refTo(home.pointer) : ref];
  });
  if (entries.length === 0 || !isObject(copy["discriminator"])) return copy;
  const discriminator = { ...copy["discriminator"], mapping: Object.fromEntries(entries) };
  return { ...copy, discriminator };
}

function withEntries(
  target: JsonObject,
  [key, ...rest]: readonly string[],
  entries: readonly (readonly [string, Json])[],
): JsonObject {
  if (key === undefined) return { ...target, ...Object.fromEntries(entries) };
  const child = Object.hasOwn(target, key) ? target[key] : undefined;
  return { ...target, [key]: withEntries(isObject(child) ? child : {}, rest, entries) };
}

function wayTo(pointer: string): Way | null {
  return keysOf(pointer).reduce<Way | null>((parent, key) => ({ parent, key }), null);
}

function pointerOf(way: Way | null): string {
  const keys: string[] = [];
  for (let here = way; here !== null; here = here.parent) keys.push(here.key);
  return pointerTo("", ...keys.reverse());
}

function refTo(pointer: string): string {
  return `#${pointer.replaceAll("%", "%25")}`;
}
