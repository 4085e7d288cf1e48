import { type Chunks, chunksOf } from "./chunks.js";
import {
  type BaseError,
  type CallSummary,
  ConnectionError,
  type RequestAbortedError,
  type RequestTimeoutError,
  ResponseDecodeError,
} from "./errors.js";
import { unreadable } from "./match.js";
import type { SentCall } from "./operation.js";
import { ended, type Frame, type Lost, type Scanner, type StreamFormat } from "./stream-format.js";

/** A failure in the middle of a stream. */
export type StreamError = (
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | ResponseDecodeError
) & {
  /** How many items came before it. */
  readonly received: number;
  /** The text of the item that can't be read. */
  readonly event: string | undefined;
};

/** An item of a stream, or what broke the stream. */
export type StreamResult<Item> =
  | { readonly ok: true; readonly value: Item }
  | { readonly ok: false; readonly error: StreamError };

/** Reads the items of a response, a chunk on each demand. */
export class ItemReader {
  response: Response;
  readonly #format: StreamFormat;
  readonly #call: CallSummary;
  readonly #sent: SentCall;
  readonly #lost: Lost;
  #chunks: Chunks;
  #scanner: Scanner;
  #decode = utf8Decoder();
  #received = 0;
  #error: BaseError | undefined;
  #isAtEnd = false;
  #isClosed = false;

  constructor(format: StreamFormat, response: Response, call: CallSummary, sent: SentCall) {
    this.#format = format;
    this.#call = call;
    this.#sent = sent;
    const noAttempts = { attempts: 0, allAttempts: 0 };
    this.#lost = { call, sent, lastEventId: "", retry: undefined, ...noAttempts };
    this.response = response;
    this.#chunks = chunksOf(response, call, sent);
    this.#scanner = format.scanner("");
  }

  /** The id of the last event, or `""`. */
  get lastEventId(): string {
    return this.#lost.lastEventId;
  }

  /** The next frames, what breaks the stream, or `undefined` at the end. */
  async frames(): Promise<readonly Frame[] | StreamError | undefined> {
    while (!this.#isClosed) {
      try {
        if (this.#isAtEnd) return this.#requireSentinel();
        this.#chunks.startTimer();
        const frames = this.#scan(await this.#chunks.read());
        if (frames.length > 0) return frames;
      } catch (cause) {
        const failure = await this.#reopened(cause);
        if (failure !== undefined) return this.#failure(failure);
      }
    }
    return undefined;
  }

  /** The item of a frame, or `undefined` if it has none. */
  resultOf(frame: Frame): StreamResult<unknown> | undefined {
    if (this.#isClosed || this.#sent.options.signal?.aborted) return undefined;
    this.#lost.lastEventId = frame.id ?? "";
    this.#lost.retry = frame.retry ?? this.#lost.retry;
    try {
      const value = this.#format.valueOf(frame);
      if (value === undefined) return undefined;
      this.#chunks.stopTimer();
      if (value === ended) {
        void this.close();
        return undefined;
      }
      this.#received += 1;
      this.#lost.attempts = 0;
      this.#error = undefined;
      return { ok: true, value };
    } catch (cause) {
      this.#chunks.stopTimer();
      const what = "an unreadable item";
      const error = unreadable(this.#call, this.response, frame.raw ?? "", cause, what);
      return { ok: false, error: this.#failure(error, frame.raw) };
    }
  }

  /** Frees the connection. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { operationInfo, settings } = this.#sent;
    const { attempts: attempt } = this.#call;
    const end = { operation: operationInfo, attempt, received: this.#received, error: this.#error };
    await this.#chunks.cancel();
    try {
      await settings.options.hooks?.onStreamEnd?.(end);
    } catch {
      // The stream is over, even if the hook throws.
    }
  }

  /** An error with the facts about the stream. */
  #failure(cause: unknown, event?: string): StreamError {
    // The cast is safe: nothing else is thrown while a stream is read.
    const error = cause as BaseError;
    this.#error = error;
    // Not enumerable, so that printing an error doesn't print what the server sent.
    return Object.defineProperties(error, {
      received: { value: this.#received },
      event: { get: () => event },
    }) as StreamError;
  }

  #scan(chunk: Uint8Array | undefined): Frame[] {
    const { idleCounts, maxItemBytes = 2 ** 24 } = this.#sent.options;
    if (chunk === undefined) {
      this.#isAtEnd = true;
      return [...this.#scanner.scan(this.#decode()), ...this.#scanner.end()];
    }
    if (idleCounts === "bytes") this.#chunks.stopTimer();
    const frames = this.#scanner.scan(this.#decode(chunk));
    if (this.#scanner.held() > maxItemBytes) {
      const what = `an item of more than ${maxItemBytes} bytes`;
      const reply = { response: this.response, rawBody: "" };
      throw new ResponseDecodeError(this.#call, what, reply);
    }
    return frames;
  }

  #requireSentinel(): undefined {
    if (this.#format.sentinel === undefined) return;
    throw new ConnectionError(this.#call, "the stream ended early");
  }

  /** Continues with another response; if it can't, what ends the stream. */
  async #reopened(cause: unknown): Promise<unknown> {
    this.#chunks.stopTimer();
    if (!(cause instanceof ConnectionError && this.#format.reopen)) return cause;
    try {
      const response = await this.#format.reopen(this.#lost);
      if (response === undefined) return cause;
      this.response = response;
      this.#chunks = chunksOf(response, this.#call, this.#sent);
      this.#scanner = this.#format.scanner(this.lastEventId);
      this.#decode = utf8Decoder();
      this.#isAtEnd = false;
      // Closed meanwhile, or the server says that there is no more (HTML, 9.2.3: 204).
      if (this.#isClosed) void this.#chunks.cancel();
      else if (response.body === null) await this.close();
      return undefined;
    } catch (final) {
      return final;
    }
  }
}

/** Decodes UTF-8 chunk by chunk, without the byte order mark at its start. */
function utf8Decoder(): (chunk?: Uint8Array) => string {
  // Not left to the decoder: Node.js 24 also drops a second mark if the first one is cut.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let isAtStart = true;
  return (chunk) => {
    const text = decoder.decode(chunk, { stream: chunk !== undefined });
    if (!isAtStart || text === "") return text;
    isAtStart = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  };
}
