import "../compiled.js";
import { parentPort } from "node:worker_threads";
import { schemaText } from "./schema.js";

// Started by `startSchemaThread`. What spelling needs is loaded before there is something to spell.
await Promise.all([import("./openapi-typescript.js"), import("./declare-aliases.js")]);

parentPort?.on("message", async (document) => {
  parentPort?.postMessage(await schemaText(document));
});
