import { createContext, Script } from "node:vm";
import type { JsonObject } from "../document/document.js";

/** The keys from the root to a selected node. */
export type Location = readonly (string | number)[];

/** `select` returns `null` if it takes too long. */
export type Query =
  | { readonly ok: true; readonly select: (document: JsonObject) => Location[] | null }
  | { readonly ok: false; readonly message: string };

/** The deepest nesting that a document may have. */
const maxRecursionDepth = 1_000;

/** In ms, for all queries of all overlays. A regular expression in a filter can take exponential time. */
const timeLimit = 5_000;

/**
 * Loads json-p3, only when there is an overlay. No other file imports it.
 *
 * @param milliseconds the time that all queries together may take.
 */
export async function compiler(milliseconds = timeLimit): Promise<(path: string) => Query> {
  const { JSONPathEnvironment } = await import("json-p3");
  const environment = new JSONPathEnvironment({ maxRecursionDepth });
  let remaining = milliseconds;
  return (path) => {
    try {
      const query = environment.compile(path);
      // json-p3 doesn't modify its input.
      const select = (document: JsonObject) => {
        if (remaining <= 0) return null;
        const start = performance.now();
        const nodes = () => query.query(document as Parameters<typeof query.query>[0]).nodes;
        const found = withTimeLimit(() => nodes().map(({ location }) => location), remaining);
        remaining -= performance.now() - start;
        return found;
      };
      return { ok: true, select };
    } catch (thrown) {
      return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
}

const script = new Script("task()");

/** One for all tasks, because making one takes longer than most queries. */
const context: { task?: () => unknown } = createContext({});

/**
 * The result of a synchronous task; `null` if it takes longer than the limit. The task is stopped
 * at any point, even within a regular expression.
 */
export function withTimeLimit<Value extends object>(
  task: () => Value,
  milliseconds: number,
): Value | null {
  try {
    return script.runInContext(Object.assign(context, { task }), {
      timeout: Math.ceil(milliseconds),
    });
  } catch (thrown) {
    // An error of another context isn't an instance of this context's `Error`.
    const { code } = Object(thrown);
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null;
    throw thrown;
  }
}
