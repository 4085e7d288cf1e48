import { createHash } from "node:crypto";
import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import { createReadStream, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { digestOf } from "./digest.js";

/** A look of a run at something outside of itself. */
export type FileRead =
  /** A file is going to be read. */
  | { readonly at: "reading"; readonly path: string }
  /** A file held this when it was read, or is to hold it; `null` is that it isn't there. */
  | { readonly at: "file"; readonly path: string; readonly digest: string | null }
  /** A path led here, through any symbolic links. */
  | { readonly at: "link"; readonly path: string; readonly target: string }
  /** Standard input or a URL, of which no one knows whether they would say the same again. */
  | { readonly at: "elsewhere" };

const name = "sdkwright:look";
const looks = channel(name);

/** Tells whoever listens. Paths may be relative to the current folder. */
export function noteRead(look: FileRead): void {
  if (!looks.hasSubscribers) return;
  looks.publish("path" in look ? { ...look, path: resolve(look.path) } : look);
}

/** Does something, and calls `listen` with each look that it takes meanwhile. */
export async function withFileReads<Result>(
  listen: (look: FileRead) => void,
  task: () => Promise<Result>,
): Promise<Result> {
  // Nothing but looks is published there, by `tell` alone.
  const hear = (message: unknown) => listen(message as FileRead);
  subscribe(name, hear);
  try {
    return await task();
  } finally {
    unsubscribe(name, hear);
  }
}

/** Reads a file at once, and tells of it. */
export function noteFile(path: string): Buffer {
  noteRead({ at: "reading", path });
  const bytes = readFileSync(path);
  noteContents(path, bytes);
  return bytes;
}

/** Tells what a file holds or is to hold; what isn't listened to costs nothing. */
export function noteContents(path: string, held: string | Uint8Array): void {
  if (looks.hasSubscribers) noteRead({ at: "file", path, digest: digestOf(held) });
}

/** Reads a file in pieces, and tells of it when all of it is read. */
export async function* lookThrough(path: string): AsyncGenerator<Uint8Array> {
  noteRead({ at: "reading", path });
  const hash = looks.hasSubscribers ? createHash("sha256") : null;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash?.update(chunk);
    yield chunk;
  }
  if (hash !== null) noteRead({ at: "file", path, digest: hash.digest("base64url") });
}
