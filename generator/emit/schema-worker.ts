import "../compile-cache.js";
import { parentPort } from "node:worker_threads";
import { schemaParts } from "./schema.js";

// Started by `startSchemaThread`. What spelling needs is loaded before there is something to spell.
await import("./spell-schema.js");

parentPort?.on("message", async (document) => {
  parentPort?.postMessage(await schemaParts(document));
});
