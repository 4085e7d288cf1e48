import * as module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPrivateFolder, makePrivateFolder } from "./files.js";

/** The compile cache of Node.js 22.8 and later, which keeps compiled modules for later runs. */
interface Compiling {
  readonly enableCompileCache?: (folder: string) => unknown;
}

const node: typeof module & Compiling = module;

// Only modules loaded after this are cached.
if (node.enableCompileCache !== undefined) {
  // Node.js runs the code that it finds there, so nobody else may be able to write to the folder.
  const folder = process.env["NODE_COMPILE_CACHE"] || join(tmpdir(), "node-compile-cache");
  try {
    makePrivateFolder(folder);
    if (isPrivateFolder(folder)) node.enableCompileCache(folder);
  } catch {
    // Without such a folder, every module is compiled again.
  }
}
