import { onAbort } from "./on-abort.js";
import type { BinaryForm, BodyReader } from "./operation.js";

/** What each form of binary data is. */
export interface BinaryForms {
  readonly blob: Blob;
  readonly arrayBuffer: ArrayBuffer;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Binary data in the form that the call asks for: a `Blob` if it doesn't say. */
export type Binary<Form extends BinaryForm | undefined> = BinaryForms[Form extends BinaryForm
  ? Form
  : "blob"];

/** Bytes of any kind. A stream is given once its headers are there; the call's `signal` still ends it. */
export const binary: BodyReader = {
  take: async (response, { as = "blob", signal }) => {
    if (as !== "stream") return response[as]();
    const stream = response.body ?? new Blob().stream();
    return signal ? until(signal, stream) : stream;
  },
};

/** A stream that the signal ends, read or unread; a pipe that is aborted waits for its reader first. */
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
