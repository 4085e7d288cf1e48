#!/usr/bin/env node
import * as module from "node:module";

/** What Node.js has since 22.8: it keeps what it loads compiled, for later runs of the same files. */
interface Compiling {
  readonly enableCompileCache?: () => unknown;
}

const node: typeof module & Compiling = module;
node.enableCompileCache?.();

// Loaded after that, and so are the packages behind it.
await import("./command.js");
