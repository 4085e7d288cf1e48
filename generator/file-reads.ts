import { createHash } from "node:crypto";
import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import { constants, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";
import { Socket } from "node:net";
import { resolve } from "node:path";
import { digestOf } from "./files.js";

/** A read of something outside the process. */
export type FileRead =
  /** A file is about to be read. */
  | { readonly kind: "start"; readonly path: string }
  /** The content of a file as it was read or will be written; `null` if the file doesn't exist. */
  | { readonly kind: "content"; readonly path: string; readonly digest: string | null }
  /** The target of a path after resolving symbolic links. */
  | { readonly kind: "link"; readonly path: string; readonly target: string }
  /** Standard input or a URL, whose content may differ next time. */
  | { readonly kind: "external" };

const name = "sdkwright:file-read";
const reads = channel(name);

/** Notifies the listeners. Paths may be relative to the current folder. */
export function noteRead(read: FileRead): void {
  if (!reads.hasSubscribers) return;
  reads.publish("path" in read ? { ...read, path: resolve(read.path) } : read);
}

/** Runs a task and calls `listen` with each file read during it. */
export async function withFileReads<Result>(
  listen: (read: FileRead) => void,
  task: () => Promise<Result>,
): Promise<Result> {
  // Only `noteRead` publishes to this channel.
  const receive = (message: unknown) => listen(message as FileRead);
  subscribe(name, receive);
  try {
    return await task();
  } finally {
    unsubscribe(name, receive);
  }
}

/** Reads a file synchronously and notes the read. */
export function noteFile(path: string): Buffer {
  noteRead({ kind: "start", path });
  const bytes = readFileSync(path);
  noteContents(path, bytes);
  return bytes;
}

/** Notes the content of a file, as read or about to be written; does nothing without listeners. */
export function noteContents(path: string, contents: string | Uint8Array): void {
  if (reads.hasSubscribers) noteRead({ kind: "content", path, digest: digestOf(contents) });
}

/**
 * Reads a file or a pipe in chunks, and notes the read at the end.
 *
 * @param milliseconds the time to wait for a pipe.
 * @throws {Error} for anything else, such as a device, and for a pipe that takes too long.
 */
export async function* readChunks(path: string, milliseconds: number): AsyncGenerator<Uint8Array> {
  noteRead({ kind: "start", path });
  const hash = reads.hasSubscribers ? createHash("sha256") : null;
  for await (const chunk of bytesAt(path, milliseconds)) {
    hash?.update(chunk);
    yield chunk;
  }
  if (hash !== null) noteRead({ kind: "content", path, digest: hash.digest("base64url") });
}

function bytesAt(path: string, milliseconds: number): AsyncIterable<Uint8Array> {
  // Non-blocking: opening a pipe without a writer would never return.
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
