import { chunksOf } from "./chunks.js";
import type { BaseError } from "./errors.js";
import type { BinaryForm, BodyTaker } from "./operation.js";

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
 * Reads bytes of any kind. A stream resolves when the headers have arrived; the call's `signal` and
 * `idleTimeoutMs` still end it, and what breaks it is an error of the call.
 */
export const binary: BodyTaker = {
  take: async (response, call, sent) => {
    const { as = "blob" } = sent.options;
    if (as !== "stream") return response[as]();
    let fail: (error: BaseError) => void = () => {};
    const chunks = chunksOf(response, call, sent, (error) => fail(error));
    return new ReadableStream({
      start(controller) {
        fail = (error) => controller.error(error);
      },
      async pull(controller) {
        chunks.startTimer();
        const chunk = await chunks.read();
        chunks.stopTimer();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: () => chunks.cancel(),
    });
  },
};
