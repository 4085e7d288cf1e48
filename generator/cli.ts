#!/usr/bin/env node
import "./compile-cache.js";

// Loaded by then, so that it is kept compiled; what the last run may answer, before all packages.
const given = process.argv.slice(2);
const isRun = given.includes("generate") && !given.includes("--help");
const { loadRun } = await import("./cache/load.js");
const recalled = isRun ? await loadRun(given) : null;
if (recalled === null) {
  if (isRun) {
    const { startSchemaThread } = await import("./emit/schema-thread.js");
    startSchemaThread();
  }
  await import("./command.js");
} else {
  const { print } = await import("./print.js");
  print(recalled.report, { json: recalled.json, check: false });
}
