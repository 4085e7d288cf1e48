import { type Problem, warningAt } from "../../problem.js";
import { isObject, type JsonObject, pointerTo } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";
import { pointerOf, walk } from "../document/walk.js";

/** In characters, about a book. Longer texts would be copied several times and split into lines. */
const longest = 500_000;

/** A description or summary that is too long. */
interface LongText {
  readonly node: JsonObject;
  readonly key: string;
  readonly text: string;
  readonly pointer: string;
}

export function longTextsIn(document: JsonObject): LongText[] {
  const found: LongText[] = [];
  for (const visit of walk(document, "outside-in")) {
    const { node } = visit;
    if (!isObject(node)) continue;
    for (const key of ["description", "summary"]) {
      const text = node[key];
      if (typeof text !== "string" || text.length <= longest) continue;
      found.push({ node, key, text, pointer: pointerTo(pointerOf(visit), key) });
    }
  }
  return found;
}

/** Warns about each text that is shortened. */
export function longTextProblems(texts: readonly LongText[]): Problem[] {
  return texts.map(({ key, text, pointer }) =>
    warningAt(
      pointer,
      `this ${key} has ${text.length} characters, and ${longest} of them are read.`,
    ),
  );
}

/** Shortens the long texts of a document. */
export function withShortTexts(document: JsonObject, texts: readonly LongText[]): JsonObject {
  if (texts.length === 0) return document;
  return rewritten(document, (part, _, before) => {
    const own = texts.filter(({ node }) => node === before);
    if (own.length === 0 || !isObject(part)) return part;
    return { ...part, ...Object.fromEntries(own.map(({ key, text }) => [key, cut(text)])) };
  });
}

/** Doesn't split a surrogate pair. */
function cut(text: string): string {
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")} …`;
}
