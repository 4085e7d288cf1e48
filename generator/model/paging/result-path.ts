import { keysOf } from "../../pointer.js";
import type { ResultPath } from "../api/paging.js";

/**
 * A path in JSONPath (RFC 9535), reduced to names and the last item of a list: `$.data`,
 * `$['data']`, `$[-1].id`, and the older forms `[-1:]` and `[(@.length-1)]`. `null` for any other
 * path.
 */
export function pathFromJsonPath(text: string): ResultPath | null {
  if (!text.startsWith("$")) return null;
  const steps: (string | -1)[] = [];
  const pattern = /\.([\w$@:-]+)|\[\s*(?:'([^']*)'|"([^"]*)"|(-1:?|\(@\.length-1\)))\s*\]/gy;
  pattern.lastIndex = 1;
  while (pattern.lastIndex < text.length) {
    const [, dotted, single, double, last] = pattern.exec(text) ?? [];
    const name = dotted ?? single ?? double;
    if (name === undefined && last === undefined) return null;
    steps.push(name ?? -1);
  }
  return steps;
}

/** A path as a JSON Pointer (RFC 6901), in which `-1` is the last item of a list. */
export function pathFromPointer(text: string): ResultPath | null {
  if (text !== "" && !text.startsWith("/")) return null;
  return keysOf(text).map((key) => (key === "-1" ? -1 : key));
}

/** A path whose steps are separated by dots: `meta.next_cursor`. */
export function pathFromDots(text: string): ResultPath {
  return text === "" ? [] : text.split(".");
}

/** A path for messages: `/data/-1/id`. */
export function pathText(path: ResultPath): string {
  return path.length === 0 ? "the result" : `/${path.join("/")}`;
}
