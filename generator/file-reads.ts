import { createHash } from "node:crypto";
import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import { constants, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";
import { Socket } from "node:net";
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

/**
 * Reads a file or a pipe in pieces, and notes it when all of it is read.
 *
 * @param milliseconds how long a pipe is waited for.
 * @throws {Error} where it is something else, as a device, or the pipe takes too long.
 */
export async function* lookThrough(path: string, milliseconds: number): AsyncGenerator<Uint8Array> {
  noteRead({ at: "reading", path });
  const hash = looks.hasSubscribers ? createHash("sha256") : null;
  for await (const chunk of bytesAt(path, milliseconds)) {
    hash?.update(chunk);
    yield chunk;
  }
  if (hash !== null) noteRead({ at: "file", path, digest: hash.digest("base64url") });
}

function bytesAt(path: string, milliseconds: number): AsyncIterable<Uint8Array> {
  // Without blocking: to open a pipe that nobody writes to would never end.
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const found = fstatSync(fd);
  if (found.isFIFO()) {
    const pipe = new Socket({ fd, readable: true, writable: false });
    const reason = new Error(`this pipe was not closed within ${milliseconds / 1000} seconds`);
    setTimeout(() => pipe.destroy(reason), milliseconds).unref();
    return pipe;
  }
  const stream = createReadStream(path, { fd, highWaterMark: 1 << 20 });
  if (found.isFile() || found.isDirectory()) return stream;
  stream.destroy();
  throw new Error("this is a device: name a file, a pipe, or - for standard input");
}
