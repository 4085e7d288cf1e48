import * as module from "node:module";

/** What Node.js has since 22.8: it keeps what it loads compiled, for later runs of the same files. */
interface Compiling {
  readonly enableCompileCache?: () => unknown;
}

const node: typeof module & Compiling = module;

// Each thread has to ask for it, and only what is loaded after that is kept.
node.enableCompileCache?.();
