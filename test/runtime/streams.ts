import type { CallOptions } from "../../templates/runtime/client-core.js";
import { ItemReader } from "../../templates/runtime/item-reader.js";
import { EventStream } from "../../templates/runtime/stream.js";
import type { StreamFormat } from "../../templates/runtime/stream-format.js";
import { testClock } from "./things.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** A stream of a body that arrives in these chunks. */
export function streamFrom<Item = unknown>(
  format: StreamFormat,
  chunks: Iterable<Bytes> | AsyncIterable<Bytes>,
  options: CallOptions = {},
): EventStream<Item> {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const body = new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
  const request = { method: "GET", url: "/things", operationId: "listThings" };
  const call = { request, attempts: 1, secrets: [] };
  const operationInfo = { id: "listThings", method: "GET", path: "/things" };
  const settings = { options: {}, clock: testClock() };
  const sent = { request: {}, options, settings, operationInfo };
  return new EventStream(new ItemReader(format, new Response(body), call, sent));
}

/** All results of a stream: the items, and the kinds of the failures. */
export async function outcomesOf(stream: EventStream<unknown>): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for await (const result of stream.results()) {
    outcomes.push(result.ok ? result.value : [result.error.kind, result.error.event]);
  }
  return outcomes;
}

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** The bytes of a text as a whole, in two pieces at every place, and one by one. */
export function* cutsOf(text: string): Generator<Bytes[]> {
  const bytes = bytesOf(text);
  yield [bytes];
  yield Array.from(bytes, (byte) => Uint8Array.of(byte));
  for (let at = 1; at < bytes.length; at += 1) yield [bytes.slice(0, at), bytes.slice(at)];
}

/** The same text in chunks of this many bytes. */
export function* chunksOf(text: string, size: number): Generator<Bytes> {
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
