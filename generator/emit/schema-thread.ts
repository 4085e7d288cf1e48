import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SchemaText } from "./schema.js";

/**
 * `schemaText` on a thread of its own, which loads openapi-typescript while the document is read and
 * spells the types while it is modelled. It makes one text, and keeps no process waiting that asks
 * for none.
 */
export function schemaThread(): SchemaText {
  const thread = new Worker(new URL("./schema-worker.js", import.meta.url));
  thread.unref();
  return async (document) => {
    thread.ref();
    thread.postMessage(document);
    const [text] = await once(thread, "message");
    return text;
  };
}
