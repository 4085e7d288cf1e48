import { longestTimer } from "./clock.js";
import {
  type BaseError,
  type CallSummary,
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseDecodeError,
} from "./errors.js";
import { onAbort } from "./on-abort.js";
import type { SentCall } from "./operation.js";

/** The body of a response, read on demand. Its failures are errors of the call. */
export interface Chunks {
  /**
   * The next chunk, or `undefined` at the end.
   *
   * @throws {BaseError} if the connection is lost, the caller aborts, or the time is up.
   */
  read(): Promise<Uint8Array | undefined>;
  /** Starts the time limit for the next item, unless it runs. */
  startTimer(): void;
  stopTimer(): void;
  /** Frees the connection. Reading ends. */
  cancel(): Promise<void>;
}

/** @param onFailure called when the caller aborts or the time is up, even if nobody reads. */
export function chunksOf(
  response: Response,
  call: CallSummary,
  { options: { signal, idleTimeoutMs: own }, settings }: SentCall,
  onFailure: (error: BaseError) => void = () => {},
): Chunks {
  const reader = readerOf(response, call);
  const idleTimeoutMs = own ?? settings.options.idleTimeoutMs ?? 0;
  let failure: BaseError | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const cancel = async (reason?: unknown) => {
    free();
    // Rejects if the connection is lost already.
    await reader?.cancel(reason).catch(() => {});
  };
  const fail = (error: BaseError) => {
    failure ??= error;
    // A read that waits now resolves to the end of the body.
    void cancel(error);
    onFailure(failure);
  };
  const forget = onAbort(signal, () => {
    fail(new RequestAbortedError(call, "aborted", { cause: signal?.reason }));
  });
  const free = () => {
    stopTimer();
    forget();
  };
  const chunkIn = (next?: ReadableStreamReadResult<Uint8Array>) => {
    if (failure === undefined && next?.value) return next.value;
    free();
    if (failure) throw failure;
    return undefined;
  };
  const breakOff = (cause: unknown) => {
    failure ??= new ConnectionError(call, "the connection was lost", { cause });
    return chunkIn();
  };
  return {
    // Called for each chunk: an `async` function would take longer.
    read: () => (reader ? reader.read().then(chunkIn, breakOff) : Promise.resolve(undefined)),
    startTimer() {
      if (timer !== undefined || !(idleTimeoutMs > 0 && idleTimeoutMs <= longestTimer)) return;
      timer = setTimeout(() => {
        fail(new RequestTimeoutError(call, idleTimeoutMs, "item"));
      }, idleTimeoutMs);
    },
    stopTimer,
    cancel,
  };
}

/** Absent if the response has no body, such as a 204. */
function readerOf(response: Response, call: CallSummary) {
  const { body } = response;
  if (body === null) return undefined;
  // React Native's `fetch` has no streams, and that of another library may give one of Node.
  if (typeof body?.getReader === "function") return body.getReader();
  const what = "a body that is no stream: pass a `fetch` that streams to the client";
  throw new ResponseDecodeError(call, what, { response, rawBody: "" });
}
