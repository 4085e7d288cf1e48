import * as module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPrivateFolder, makePrivateFolder } from "./private-folder.js";

/** What Node.js has since 22.8: it keeps what it loads compiled, for later runs of the same files. */
interface Compiling {
  readonly enableCompileCache?: (folder: string) => unknown;
}

const node: typeof module & Compiling = module;

// Only what is loaded after this is kept.
if (node.enableCompileCache !== undefined) {
  // Node.js runs what it finds there: in a folder that others may write to, that would be theirs.
  const folder = process.env["NODE_COMPILE_CACHE"] || join(tmpdir(), "node-compile-cache");
  try {
    makePrivateFolder(folder);
    if (isPrivateFolder(folder)) node.enableCompileCache(folder);
  } catch {
    // Without such a folder everything is compiled anew.
  }
}
