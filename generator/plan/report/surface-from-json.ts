import { isRecord } from "../../record.js";
import type { Entry, EntryKind, Fact, Line, LineKind, Surface, SurfaceType } from "./surface.js";

const entryKinds: ReadonlySet<unknown> = new Set<EntryKind>([
  "client",
  "operation",
  "error",
  "receiver",
  "event",
  "model",
]);

const lineKinds: ReadonlySet<unknown> = new Set<LineKind>([
  "server",
  "retries",
  "timeout",
  "scopes",
  "credential",
  "security",
  "argument",
  "result",
  "stream",
  "item",
  "pages",
  "failure",
  "header",
  "signature",
  "type",
  "field",
]);

/** The surface in a report; `null` if the text is anything else. */
export function surfaceFromJson(text: string): Surface | null {
  const value = parsed(text);
  return isSurface(value) ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSurface(value: unknown): value is Surface {
  return (
    isRecord(value) &&
    typeof value["packageName"] === "string" &&
    typeof value["version"] === "string" &&
    /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(value["version"]) &&
    isListOf(value["entries"], isEntry)
  );
}

function isEntry(value: unknown): value is Entry {
  return (
    isRecord(value) &&
    entryKinds.has(value["kind"]) &&
    typeof value["name"] === "string" &&
    typeof value["about"] === "string" &&
    typeof value["deprecated"] === "boolean" &&
    isListOf(value["lines"], isLine)
  );
}

function isLine(value: unknown): value is Line {
  return (
    isRecord(value) &&
    lineKinds.has(value["kind"]) &&
    typeof value["path"] === "string" &&
    typeof value["required"] === "boolean" &&
    typeof value["deprecated"] === "boolean" &&
    isListOf(value["type"], typeWithin(mostLevels)) &&
    isListOf(value["facts"], isFact)
  );
}

function isFact(value: unknown): value is Fact {
  return isRecord(value) && typeof value["name"] === "string" && typeof value["value"] === "string";
}

/** How deeply types may contain each other. Deeper ones would overflow the stack. */
const mostLevels = 1000;

/** Checks types that contain each other at most so many levels deep. */
function typeWithin(levels: number): (value: unknown) => value is SurfaceType {
  return (value): value is SurfaceType => levels > 0 && isType(value, typeWithin(levels - 1));
}

function isType(
  value: unknown,
  isInner: (value: unknown) => value is SurfaceType,
): value is SurfaceType {
  if (!isRecord(value)) return false;
  switch (value["kind"]) {
    case "word":
    case "whole":
      return typeof value["text"] === "string";
    case "literal":
      return /^(string|number|boolean)$/.test(typeof value["value"]);
    case "model":
      return typeof value["name"] === "string";
    case "object":
      return true;
    case "list":
      return isListOf(value["items"], isInner);
    case "record":
      return isListOf(value["values"], isInner);
    case "intersection":
      return isListOf(value["members"], isInner);
    default:
      return false;
  }
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}
