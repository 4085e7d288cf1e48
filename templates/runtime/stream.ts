/// <reference lib="esnext.disposable" preserve="true" />
import { bytesOf } from "./bytes.js";
import { textIn } from "./charset.js";
import { type CallSummary, ResponseDecodeError } from "./errors.js";
import { ItemReader, type StreamResult } from "./item-reader.js";
import { longestError } from "./match.js";
import type { BodyTaker } from "./operation.js";
import type { StreamFormat } from "./stream-format.js";

/** An event that the document doesn't describe. */
export interface UnknownEvent {
  readonly event: UnknownEventName;
  /** JSON, or text if it isn't JSON. */
  readonly data: unknown;
  readonly id?: string | undefined;
}

// Any string but the documented ones. TypeScript has no such type; a member of an enum is a string
// that is comparable to no other, so that `switch` and `===` narrow the documented events.
declare enum UnknownEventName {
  unknown = "\0",
}

/**
 * The items of a response, read once and on demand: `for await (const item of stream)`. The loop
 * throws what breaks the stream; leaving it frees the connection. {@link close} a stream that you
 * don't read.
 */
export class EventStream<Event> {
  readonly #reader: ItemReader;
  #isRead = false;

  constructor(reader: ItemReader) {
    this.#reader = reader;
  }

  /** The response whose body is read. */
  get response(): Response {
    return this.#reader.response;
  }

  /** The id of the last event that was read, if the server sent one. */
  get lastEventId(): string | undefined {
    return this.#reader.lastEventId || undefined;
  }

  /**
   * The items and what breaks the stream, as values. After an item that can't be read, the stream
   * goes on. Throws only if it is read a second time.
   */
  results(): AsyncGenerator<StreamResult<Event>, void, undefined> {
    return this.#read((result) => result);
  }

  /** @throws {StreamError} what breaks the stream, after the items before it. */
  [Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    return this.#read((result) => {
      if (result.ok) return result.value;
      throw result.error;
    });
  }

  /**
   * All items as a list.
   *
   * @param options `max`: how many at most; with more, it throws. Default 10 000.
   */
  async collect({ max = 10_000 }: { readonly max?: number } = {}): Promise<Event[]> {
    const items: Event[] = [];
    for await (const item of this) {
      if (items.length >= max) {
        throw new RangeError(`the stream has more than ${max} items: raise max, or use a loop`);
      }
      items.push(item);
    }
    return items;
  }

  /** @param give maps a result to the value that the loop receives; an exception ends the loop. */
  async *#read<T>(give: (result: StreamResult<Event>) => T): AsyncGenerator<T, void, undefined> {
    if (this.#isRead) throw new TypeError("the stream is read already: it can be read once");
    this.#isRead = true;
    const reader = this.#reader;
    try {
      for (let next = await reader.frames(); next !== undefined; next = await reader.frames()) {
        if (next instanceof Error) {
          yield give({ ok: false, error: next });
          return;
        }
        for (const frame of next) {
          // The cast relies on the document, which declares the items.
          const result = reader.resultOf(frame) as StreamResult<Event> | undefined;
          if (result) yield give(result);
        }
      }
    } finally {
      await reader.close();
    }
  }

  /** Frees the connection; a loop over the stream ends. */
  close(): Promise<void> {
    return this.#reader.close();
  }

  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** A success that is a stream of items. */
export function streamOf(format: StreamFormat): BodyTaker {
  return {
    async take(response, call, sent) {
      if (format.refuses?.(response.headers.get("Content-Type") ?? "")) {
        throw await noStream(response, call);
      }
      return new EventStream(new ItemReader(format, response, call, sent));
    },
  };
}

/** The error for a response that isn't a stream. Reads its body, up to 16 MiB. */
export async function noStream(
  response: Response,
  call: CallSummary,
): Promise<ResponseDecodeError> {
  const contentType = response.headers.get("Content-Type") ?? "";
  const rawBody = textIn(await bytesOf(response, longestError), contentType);
  return new ResponseDecodeError(call, "no stream", { response, rawBody });
}
