import { once } from "node:events";
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type MakeSchema, schemaParts } from "./schema.js";

/** What waits for a document; there is none while it spells one, and after one that it can't spell. */
let idle: Worker | null = null;

/** Starts the thread of `schemaOnThread` ahead: what it loads takes longer than all that is done before. */
export function startSchemaThread(): void {
  idle ??= started();
}

/**
 * `schemaParts` on a thread of its own, which loads openapi-typescript while the document is read and
 * spells the types while it is modelled. It spells one document after the other, and keeps no process
 * waiting that asks for none. Where no thread may be had, the types are spelled here.
 */
export const schemaOnThread: MakeSchema = async (document) => {
  const thread = idle ?? started();
  if (thread === null) return schemaParts(document);
  // One that throws is at its end.
  idle = null;
  thread.ref();
  thread.postMessage(document);
  const [parts] = await once(thread, "message");
  thread.unref();
  idle = thread;
  return parts;
};

/** `null` where Node.js denies threads (`--permission`), or runs the generator's sources. */
function started(): Worker | null {
  const script = new URL("./schema-worker.js", import.meta.url);
  if (!existsSync(script)) return null;
  try {
    const thread = new Worker(script);
    thread.unref();
    return thread;
  } catch {
    return null;
  }
}
