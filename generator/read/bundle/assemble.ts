import { keysOf, pointerTo } from "../../pointer.js";
import { errorAt, type Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import type { Moves, SourceLocation } from "../document/locate.js";
import { isMap, isReference, kindBelow, type NodeKind } from "../document/openapi-structure.js";
import { localReference } from "../document/references.js";
import { isContainer } from "../document/walk.js";
import { type ComponentSlot, endOf, type SlotOf } from "./component-slots.js";
import type { Discovery } from "./discover.js";
import { type File, keyOf, type Part } from "./file.js";
import { dynamicKeys, mappingIn } from "./links.js";

/**
 * The path to a node of the bundled document. A linked list, because most pointers are never needed
 * as text.
 */
interface Path {
  readonly parent: Path | null;
  readonly key: string;
}

/** The state of one assembly. */
interface Assembly {
  readonly entry: File;
  readonly discovery: Discovery;
  readonly slotOf: SlotOf;
  readonly moves: Map<string, SourceLocation>;
  readonly problems: Problem[];
  /** The unnamed parts that are being inlined, outermost first. */
  readonly inlining: Set<string>;
  /** How many more parts may be inlined. */
  remaining: number;
}

export interface Assembled {
  readonly document: JsonObject;
  readonly moves: Moves;
  readonly problems: readonly Problem[];
}

const mostInlined = 100_000;

/**
 * Builds one document out of an entry file and everything it refers to. References to named parts
 * become local references.
 */
export function assemble(
  entry: File,
  discovery: Discovery,
  slots: readonly ComponentSlot[],
  slotOf: SlotOf,
): Assembled {
  const moves = new Map<string, SourceLocation>();
  const assembly: Assembly = {
    ...{ entry, discovery, slotOf, moves, problems: [] },
    ...{ inlining: new Set(), remaining: mostInlined },
  };
  const root = copied(entry.root, "document", null, assembly);
  const sections = new Map<string, [string, Json][]>();
  for (const slot of slots) {
    if (moves.has(slot.pointer)) continue;
    moves.set(slot.pointer, { source: slot.part.file.source, pointer: slot.part.pointer });
    const section = slot.pointer.slice(0, slot.pointer.lastIndexOf("/"));
    const entries = sections.get(section) ?? [];
    sections.set(section, entries);
    entries.push([
      keysOf(slot.pointer).at(-1) ?? "",
      copied(slot.part.value, slot.kind, pathTo(slot.pointer), assembly),
    ]);
  }
  const document = [...sections].reduce(
    (whole, [section, entries]) => withEntries(whole, keysOf(section), entries),
    isObject(root) ? root : {},
  );
  return { document, moves, problems: assembly.problems };
}

function copied(value: Json, kind: NodeKind, path: Path | null, assembly: Assembly): Json {
  if (!isContainer(value) || kind === "data") return value;
  if (!isObject(value)) {
    return value.map((item, index) =>
      copied(item, kind, { parent: path, key: `${index}` }, assembly),
    );
  }
  const part = isReference(value, kind) ? assembly.discovery.partAt(value, "$ref") : null;
  if (part !== null) return referenceTo(value, kind, part, path, assembly);
  const copy = fieldsOf(value, kind, path, assembly);
  if (kind !== "schema") return copy;
  return withMapping(value, withoutDynamic(value, copy, assembly), assembly);
}

function fieldsOf(
  value: JsonObject,
  kind: NodeKind,
  path: Path | null,
  assembly: Assembly,
): JsonObject {
  const entries = Object.entries(value).map(([key, child]): [string, Json] => [
    key,
    copied(child, kindBelow(kind, key), { parent: path, key }, assembly),
  ]);
  return Object.fromEntries(entries);
}

function referenceTo(
  node: JsonObject,
  kind: NodeKind,
  part: Part,
  path: Path | null,
  assembly: Assembly,
): Json {
  const { $ref, ...siblings } = node;
  const isMapNode = isMap(kind);
  if (
    part.file === assembly.entry &&
    !isMapNode &&
    typeof $ref === "string" &&
    $ref.startsWith("#/")
  ) {
    return fieldsOf(node, kind, path, assembly);
  }
  const end = endOf({ part, link: { kind } }, assembly.discovery).part;
  const slot = isMapNode ? null : assembly.slotOf(end, kind);
  if (slot !== null && slot.pointer !== pointerOf(path)) {
    return { $ref: localReference(slot.pointer), ...fieldsOf(siblings, kind, path, assembly) };
  }
  return inlined(siblings, kind, end, path, assembly);
}

/**
 * Inlines a part that can't be a component. Siblings of the `$ref` override the part's own keys.
 */
function inlined(
  siblings: JsonObject,
  kind: NodeKind,
  part: Part,
  path: Path | null,
  assembly: Assembly,
): Json {
  const key = keyOf(part);
  const pointer = pointerOf(path);
  assembly.remaining -= 1;
  if (assembly.inlining.has(key) || assembly.remaining < 0) {
    const message = "`$ref` refers back to itself: write one of the parts out in full";
    assembly.problems.push(errorAt(pointerTo(pointer, "$ref"), message));
    return {};
  }
  assembly.moves.set(pointer, { source: part.file.source, pointer: part.pointer });
  assembly.inlining.add(key);
  const copy = copied(part.value, kind, path, assembly);
  assembly.inlining.delete(key);
  return isObject(copy) ? { ...copy, ...fieldsOf(siblings, kind, path, assembly) } : copy;
}

/** Replaces a dynamic reference with a plain one when nothing extends the schema around it. */
function withoutDynamic(node: JsonObject, copy: JsonObject, { discovery, slotOf }: Assembly) {
  return dynamicKeys.reduce((schema, key) => {
    const part = discovery.partAt(node, key);
    const slot = part && slotOf(part, "schema");
    if (!slot) return schema;
    const { [key]: _, ...rest } = schema;
    return { $ref: localReference(slot.pointer), ...rest };
  }, copy);
}

function withMapping(node: JsonObject, copy: JsonObject, assembly: Assembly): JsonObject {
  const mapping = mappingIn(node);
  const { discovery, slotOf } = assembly;
  const entries = Object.entries(mapping).map(([name, ref]): [string, Json] => {
    const part = discovery.partAt(mapping, name);
    const end = part && endOf({ part, link: { kind: "schema" } }, discovery).part;
    const slot = end && slotOf(end, "schema");
    return [name, slot ? localReference(slot.pointer) : ref];
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

function pathTo(pointer: string): Path | null {
  return keysOf(pointer).reduce<Path | null>((parent, key) => ({ parent, key }), null);
}

function pointerOf(path: Path | null): string {
  const keys: string[] = [];
  for (let current = path; current !== null; current = current.parent) keys.push(current.key);
  return pointerTo("", ...keys.reverse());
}
