import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import { isObject, type Json, type JsonObject } from "../../read/document/document.js";

/** What a package was made by and from. No time is told: the same makes the same. */
export interface Provenance {
  /** The version of sdkwright. */
  readonly generator: string;
  /** SHA-256 of what the document says, in hexadecimal; layout and the order of keys don't count. */
  readonly document: string;
}

/** @param document as published: what is emitted follows from it and from the settings. */
export function provenanceOf(document: JsonObject, generator: string): Provenance {
  const hash = createHash("sha256");
  for (const part of partsOf(document)) hash.update(part).update("\n");
  return { generator, document: hash.digest("hex") };
}

/** The document as JSON in pieces, none of which is too long for a string. */
function* partsOf(document: JsonObject): Generator<string> {
  for (const [key, value] of sorted(document)) {
    yield JSON.stringify(key);
    if (!isObject(value)) yield canonical(value);
    else for (const entry of sorted(value)) yield canonical(entry);
  }
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isObject(inner) ? Object.fromEntries(sorted(inner)) : inner,
  );
}

/** In an order that is the same in every language. */
function sorted(object: JsonObject): [key: string, value: Json][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The files, each with a line on its provenance where its kind has comments. */
export function withProvenance(
  files: readonly RenderedFile[],
  provenance: Provenance,
): RenderedFile[] {
  const line = lineOf(provenance);
  return files.map(({ path, text }) => ({ path, text: marked(path, text, line) }));
}

function lineOf({ generator, document }: Provenance): string {
  return `Emitted by sdkwright ${generator} from document ${document.slice(0, 12)}.`;
}

/** The text without what tells its provenance from another one: in a comment, or in the manifest. */
export function withoutProvenance(text: string): string {
  return text
    .replace(/Emitted by sdkwright \S+ from document [\da-f]{12}\./, "")
    .replace(/^\{\n {2}"generator": "\S+",\n {2}"document": "[\da-f]{64}",\n/, "{\n");
}

const lost = "What is written here is lost at the next run.";

type Mark = (text: string, line: string) => string;

const hashMark: Mark = (text, line) => `# ${line}\n${text}`;

/** How each kind of file carries the line; a kind that isn't here has no comments, as JSON. */
const marks: ReadonlyMap<string, Mark> = new Map([
  [".ts", (text, line) => `// ${line} ${lost}\n\n${text}`],
  // A page may have to begin with something else, and its source is read from the top.
  [".md", (text, line) => `${text}\n<!-- ${line} -->\n`],
  [".css", (text, line) => `/* ${line} ${lost} */\n\n${text}`],
  [".gitignore", hashMark],
  [".yml", hashMark],
]);

function marked(path: string, text: string, line: string): string {
  const mark = marks.get(extname(path) || path);
  return mark === undefined ? text : mark(text, line);
}
