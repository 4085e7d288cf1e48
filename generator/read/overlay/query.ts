import type { JsonObject } from "../document/document.js";

/** The keys that lead from the root to one of the nodes that a query selects. */
export type Location = readonly (string | number)[];

export type Query =
  | { readonly ok: true; readonly select: (document: JsonObject) => Location[] }
  | { readonly ok: false; readonly message: string };

/** As deep as a document may be nested. */
const maxRecursionDepth = 1_000;

/** The only file that knows json-p3, which is loaded where there is an overlay. */
export async function compiler(): Promise<(path: string) => Query> {
  const { JSONPathEnvironment } = await import("json-p3");
  const environment = new JSONPathEnvironment({ maxRecursionDepth });
  return (path) => {
    try {
      const query = environment.compile(path);
      // json-p3 only reads what it is given.
      const select = (document: JsonObject) =>
        query
          .query(document as Parameters<typeof query.query>[0])
          .nodes.map(({ location }) => location);
      return { ok: true, select };
    } catch (thrown) {
      return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
}
