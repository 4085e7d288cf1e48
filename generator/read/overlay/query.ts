import { withinTime } from "../../time-limit.js";
import type { JsonObject } from "../document/document.js";

/** The keys from the root to a selected node. */
export type Location = readonly (string | number)[];

/** `select` gives `null` where that takes too long. */
export type Query =
  | { readonly ok: true; readonly select: (document: JsonObject) => Location[] | null }
  | { readonly ok: false; readonly message: string };

/** The deepest nesting that a document may have. */
const maxRecursionDepth = 1_000;

/** In ms, for all queries of all overlays. A regular expression in a filter can take exponential time. */
const longest = 5_000;

/** Loads json-p3, only when there is an overlay. No other file imports it. */
export async function compiler(): Promise<(path: string) => Query> {
  const { JSONPathEnvironment } = await import("json-p3");
  const environment = new JSONPathEnvironment({ maxRecursionDepth });
  let left = longest;
  return (path) => {
    try {
      const query = environment.compile(path);
      // json-p3 doesn't modify its input.
      const select = (document: JsonObject) => {
        const start = performance.now();
        const nodes = () => query.query(document as Parameters<typeof query.query>[0]).nodes;
        const found = withinTime(() => nodes().map(({ location }) => location), Math.max(1, left));
        left -= Math.ceil(performance.now() - start);
        return found;
      };
      return { ok: true, select };
    } catch (thrown) {
      return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
}
