#!/usr/bin/env node
import * as module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPrivateFolder, makePrivateFolder } from "./files.js";

/** The compile cache of Node.js 22.8 and later, which keeps compiled modules for later runs. */
interface Compiling {
  readonly enableCompileCache?: (folder: string) => unknown;
}

function useCompileCache(node: typeof module & Compiling): void {
  if (node.enableCompileCache === undefined) return;
  // Node.js runs the code that it finds there, so nobody else may be able to write to the folder.
  const folder = process.env["NODE_COMPILE_CACHE"] || join(tmpdir(), "node-compile-cache");
  try {
    makePrivateFolder(folder);
    if (isPrivateFolder(folder)) node.enableCompileCache(folder);
  } catch {
    // Without such a folder, every module is compiled again.
  }
}

useCompileCache(module);

// Only modules that are imported after this are cached.
const { main } = await import("./command.js");
const { printError } = await import("./command/io.js");

// A reader such as `head` may close the pipe early.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.on("uncaughtException", (error) => {
  printError(error, process);
  process.exit(1);
});

process.exitCode = await main(process.argv.slice(2), process);
