#!/usr/bin/env node
import * as module from "node:module";

/** What Node.js has since 22.8: it keeps what it loads compiled, for later runs of the same files. */
interface Compiling {
  readonly enableCompileCache?: () => unknown;
}

const node: typeof module & Compiling = module;
node.enableCompileCache?.();

// Loaded after that, and so are the packages behind it; what the last run may answer, before them.
const given = process.argv.slice(2);
const { recall } = await import("./unchanged/recall.js");
const recalled = given.includes("generate") ? await recall(given) : null;
if (recalled === null) await import("./command.js");
else {
  const { print } = await import("./print.js");
  print(recalled.report, { json: recalled.json, check: false });
}
