import { pointerTo } from "../../pointer.js";
import { errorAt, warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pointerOf, walk } from "../document/walk.js";
import { operationsIn } from "../filter/operations.js";
import type { Finding } from "./finding.js";

/** A run with this many operations takes about 1.7 GiB of memory and 30 seconds. */
const mostOperations = 10_000;

/**
 * In characters: the length of a book. Longer texts would take too much memory, because they are
 * copied and split into lines.
 */
const longestText = 500_000;

/** Reports more operations than one package can hold, and texts that are too long. */
export function sizeMistakes(document: JsonObject): Finding[] {
  return [...tooManyOperations(document), ...longTexts(document)];
}

/** Webhooks aren't counted. */
function tooManyOperations(document: JsonObject): Finding[] {
  const { length } = operationsIn(document).filter(({ pointer }) => pointer.startsWith("/paths/"));
  if (length <= mostOperations) return [];
  const message = `the document has ${length} operations, and a package can have at most ${mostOperations}: select some with --include or --exclude`;
  return [{ problem: errorAt("/paths", message), fix: null }];
}

/** Descriptions and summaries that are shortened. */
function longTexts(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit) => {
    const { node } = visit;
    if (!isObject(node)) return [];
    return ["description", "summary"].flatMap((key): Finding[] => {
      const text = node[key];
      if (typeof text !== "string" || text.length <= longestText) return [];
      const message = `this ${key} has ${text.length} characters: only the first ${longestText} are read`;
      const problem = warningAt(pointerTo(pointerOf(visit), key), message);
      return [{ problem, fix: { node, key, replace: shortened } }];
    });
  });
}

/** Doesn't split a surrogate pair. */
function shortened(text: Json | undefined): Json | undefined {
  if (typeof text !== "string") return text;
  return `${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, "")} …`;
}
