import { posix } from "node:path";
import { decoded } from "../document/local-reference.js";
import { keysOf } from "../document/pointer.js";
import type { File, Part } from "./file.js";

/** Keys that say where something stands, and not what it is. */
const places: ReadonlySet<string> = new Set(
  (
    "components schemas definitions $defs responses parameters headers requestBodies callbacks links " +
    "paths properties items schema content allOf anyOf oneOf not additionalProperties get put post " +
    "delete options head patch trace requestBody"
  ).split(" "),
);

/**
 * What a part of another file may be called, the best first and without end: what it is called
 * there, or its file; then with what it stands in before it. Where the document itself stands is not
 * told by any.
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

/** The folder and the name of a file; a file that is only an index is called after its folder. */
function fileWords({ url }: File, entry: File): string[] {
  const way = wayTo(new URL(url), new URL(entry.url));
  const stem = posix.basename(way, posix.extname(way));
  const folder = posix.basename(posix.dirname(way));
  if (/^\.{0,2}$/.test(folder)) return [stem];
  return /^_?index$/.test(stem) ? [folder] : [folder, stem];
}

/** The path of a file as seen from the folder of the document, if both are on one host. */
function wayTo(file: URL, entry: URL): string {
  const isNear = file.protocol === entry.protocol && file.host === entry.host;
  return isNear ? posix.relative(posix.dirname(entry.pathname), file.pathname) : file.pathname;
}

/** Keys of `components` are of these characters (OpenAPI 3, Components Object). */
function tidy(word: string): string {
  const plain = decoded(word);
  return plain.replace(/[^A-Za-z0-9.-]+/g, "_").replace(/^_+|_+$/g, "");
}
