import { onAbort } from "./on-abort.js";
import type { BinaryForm, BodyReader } from "./operation.js";

/** The type of each form of binary data. */
export interface BinaryForms {
  readonly blob: Blob;
  readonly arrayBuffer: ArrayBuffer;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Binary data in the form that the call requests with `as`. Default: a `Blob`. */
export type Binary<Form extends BinaryForm | undefined> = BinaryForms[Form extends BinaryForm
  ? Form
  : "blob"];

/**
 * Reads bytes of any kind. A stream resolves when the headers have arrived; the call's `signal`
 * still cancels it.
 */
export const binary: BodyReader = {
  take: async (response, { as = "blob", signal }) => {
    if (as !== "stream") return response[as]();
    const stream = response.body ?? new Blob().stream();
    return signal ? until(signal, stream) : stream;
  },
};

/**
 * A stream that ends when the signal aborts, whether or not it is being read. `pipeTo` with a
 * signal would wait for the reader first.
 */
function until<Chunk>(signal: AbortSignal, stream: ReadableStream<Chunk>): ReadableStream<Chunk> {
  const reader = stream.getReader();
  return new ReadableStream({
    start(controller) {
      const free = onAbort(signal, () => {
        controller.error(signal.reason);
        reader.cancel(signal.reason).catch(() => {});
      });
      reader.closed.then(free, free);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
