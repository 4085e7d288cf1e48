#!/usr/bin/env node
import "./compile-cache.js";

// Imported after the compile cache is on, so that it is cached too.
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
