import { bodyIn } from "./body.js";
import { onAbort } from "./on-abort.js";
import type { BodyWriter } from "./operation.js";

/**
 * The items of a body, sent one by one. A list can be sent again after a failure; any other
 * sequence is read once, as fast as the server accepts it.
 */
export type ItemsInput<Item> = AsyncIterable<Item> | Iterable<Item>;

/** JSON Lines: a value and a line end for each item. */
export const jsonLinesBody: BodyWriter = /* @__PURE__ */ itemsBody("application/jsonl", "");

/** A JSON text sequence (RFC 7464): a record separator before each value. */
export const jsonSeqBody: BodyWriter = /* @__PURE__ */ itemsBody("application/json-seq", "\x1e");

function itemsBody(mediaType: string, start: string): BodyWriter {
  const textOf = (item: unknown) => `${start}${JSON.stringify(item)}\n`;
  return (fields, settings, { signal } = {}) => {
    const value = bodyIn(fields, settings);
    if (value === undefined) return undefined;
    const contentType = settings.contentType ?? mediaType;
    if (Array.isArray(value)) return { body: value.map(textOf).join(""), contentType };
    // The cast is safe: the emitted types allow only sequences.
    return { body: streamOf(value as ItemsInput<unknown>, textOf, signal), contentType };
  };
}

function streamOf(
  items: ItemsInput<unknown>,
  textOf: (item: unknown) => string,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const encoder = new TextEncoder();
  // `fetch` doesn't cancel the body of a request that it gives up.
  const forget = onAbort(signal, () => void iterator.return?.());
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) {
        forget();
        controller.close();
      } else controller.enqueue(encoder.encode(textOf(value)));
    },
    async cancel() {
      forget();
      await iterator.return?.();
    },
  });
}
