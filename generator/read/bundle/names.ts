import { posix } from "node:path";
import { keysOf } from "../document/document.js";
import { decoded } from "../document/references.js";
import type { File, Part } from "./file.js";

/** Keys that give a location rather than a name. */
const places: ReadonlySet<string> = new Set(
  (
    "components schemas definitions $defs responses parameters headers requestBodies callbacks links " +
    "paths properties items schema content allOf anyOf oneOf not additionalProperties get put post " +
    "delete options head patch trace requestBody"
  ).split(" "),
);

/**
 * Candidate names for a part of another file, best first and without end: its own key or its file's
 * name, then prefixed with the names around it. No candidate depends on where the document is
 * stored.
 */
export function* namesOf({ file, pointer }: Part, entry: File): Generator<string> {
  const keys = keysOf(pointer).filter((key) => !places.has(key) && !/^\d$/.test(key));
  const words = [...fileWords(file, entry), ...keys].map(tidy).filter((word) => word !== "");
  const own = words.slice(-1).join("") || "part";
  for (let count = 1; count <= Math.min(words.length, 4); count += 1) {
    yield words.slice(-count).join("_");
  }
  for (let count = 2; ; count += 1) yield `${own}_${count}`;
}

/** The words of a file's folder and name. An `index` file is named after its folder. */
function fileWords({ url }: File, entry: File): string[] {
  const way = wayTo(new URL(url), new URL(entry.url));
  const stem = posix.basename(way, posix.extname(way));
  const folder = posix.basename(posix.dirname(way));
  if (/^\.{0,2}$/.test(folder)) return [stem];
  return /^_?index$/.test(stem) ? [folder] : [folder, stem];
}

/** The path of a file relative to the document's folder if both are on one host. */
function wayTo(file: URL, entry: URL): string {
  const isNear = file.protocol === entry.protocol && file.host === entry.host;
  return isNear ? posix.relative(posix.dirname(entry.pathname), file.pathname) : file.pathname;
}

/** Keeps the characters that a key of `components` may have (OpenAPI 3, Components Object). */
function tidy(word: string): string {
  const plain = decoded(word);
  return plain.replace(/[^A-Za-z0-9.-]+/g, "_").replace(/^_+|_+$/g, "");
}
