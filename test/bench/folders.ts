import { join, resolve } from "node:path";

/** The project; a run is started there. */
export const root = resolve(".");
export const bench = join(root, "test/bench");
/** What a run makes: nothing of it is kept. */
export const work = join(bench, "work");
export const documents = join(work, "documents");
export const outputs = join(work, "outputs");

/** The Node.js that the peers need. */
export const node = join(bench, "node_modules/node-24/bin/node");

/** A file of a package that is installed here. */
export function installed(path: string): string {
  return join(bench, "node_modules", path);
}
