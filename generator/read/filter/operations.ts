import { pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { kindBelow } from "../document/openapi-structure.js";
import type { FilterSubject } from "./filter.js";

/** An operation and its location. */
export interface Placed extends FilterSubject {
  readonly pointer: string;
}

const sections = ["paths", "webhooks", "x-webhooks"];

/** All operations of a document. The path of a webhook is its name. */
export function operationsIn(document: JsonObject): Placed[] {
  return sections.flatMap((section) =>
    entriesOf(document[section]).flatMap(([path, item]) =>
      operationsOf(item, path, pointerTo("", section, path)),
    ),
  );
}

function operationsOf(item: Json, path: string, pointer: string): Placed[] {
  return entriesOf(item).flatMap(([key, node]): Placed[] => {
    const childPointer = pointerTo(pointer, key);
    if (key === "additionalOperations") {
      return entriesOf(node).flatMap(([name, one]) =>
        placed(one, path, pointerTo(childPointer, name)),
      );
    }
    return isOperation(key) ? placed(node, path, childPointer) : [];
  });
}

function placed(node: Json, path: string, pointer: string): Placed[] {
  return isObject(node) ? [{ path, node, pointer }] : [];
}

/** Removes the operations that aren't kept, and path items that become empty. */
export function withOperations(
  document: JsonObject,
  isKept: (pointer: string) => boolean,
): JsonObject {
  const changed = sections.flatMap((section): [string, Json][] => {
    const items = document[section];
    if (!isObject(items)) return [];
    const entries = Object.entries(items).flatMap(([path, item]): [string, Json][] => {
      const rest = itemWith(item, pointerTo("", section, path), isKept);
      return rest === null ? [] : [[path, rest]];
    });
    return [[section, Object.fromEntries(entries)]];
  });
  return { ...document, ...Object.fromEntries(changed) };
}

/** `null` for a path item without operations left. */
function itemWith(item: Json, pointer: string, isKept: (pointer: string) => boolean): Json | null {
  if (!isObject(item)) return item;
  const before = operationsOf(item, "", pointer);
  const kept = before.filter((operation) => isKept(operation.pointer));
  if (kept.length === before.length) return item;
  if (kept.length === 0) return null;
  const { additionalOperations, ...rest } = item;
  const own = without(rest, pointer, (key) => isOperation(key), isKept);
  if (!isObject(additionalOperations)) return own;
  const childPointer = pointerTo(pointer, "additionalOperations");
  const more = without(additionalOperations, childPointer, () => true, isKept);
  return Object.keys(more).length > 0 ? { ...own, additionalOperations: more } : own;
}

function without(
  map: JsonObject,
  pointer: string,
  isFiltered: (key: string) => boolean,
  isKept: (pointer: string) => boolean,
): JsonObject {
  const entries = Object.entries(map).filter(
    ([key]) => !isFiltered(key) || isKept(pointerTo(pointer, key)),
  );
  return Object.fromEntries(entries);
}

function isOperation(key: string): boolean {
  return kindBelow("pathItem", key) === "operation";
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}
