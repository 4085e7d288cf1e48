import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SchemaText } from "./schema.js";

/**
 * `schemaText` on a thread of its own, which loads openapi-typescript while the document is read and
 * spells the types while it is modelled. It makes one text after the other, and keeps no process
 * waiting that asks for none.
 */
export function schemaThread(): SchemaText {
  let running: Worker | null = started();
  return async (document) => {
    const thread = running ?? started();
    // One that throws is at its end.
    running = null;
    thread.ref();
    thread.postMessage(document);
    const [text] = await once(thread, "message");
    thread.unref();
    running = thread;
    return text;
  };
}

function started(): Worker {
  const thread = new Worker(new URL("./schema-worker.js", import.meta.url));
  thread.unref();
  return thread;
}
