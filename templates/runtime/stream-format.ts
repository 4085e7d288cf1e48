import type { CallSummary } from "./errors.js";
import type { SentCall } from "./operation.js";

/** A format of streams: how bytes become items. */
export interface StreamFormat {
  /** Starts at the first byte of a response, after the event with the given id. */
  readonly scanner: (lastEventId: string) => Scanner;
  /**
   * The item of a frame; `undefined` if it has none, {@link ended} if it ends the stream.
   *
   * @throws if it isn't written in the format that is documented.
   */
  readonly valueOf: (frame: Frame) => unknown;
  /** The text that ends the stream, if there is one. */
  readonly sentinel?: string | undefined;
  /** Whether a body with this Content-Type can't be such a stream. */
  readonly refuses?: (contentType: string) => boolean;
  /** Continues a stream whose connection is lost. */
  readonly reopen?: Reopen | undefined;
}

/** Sends the request again; `undefined` if it may not or didn't help. */
export type Reopen = (lost: Lost) => Promise<Response | undefined>;

/** A stream whose connection is lost. */
export interface Lost {
  readonly call: CallSummary;
  readonly sent: SentCall;
  /** The id of the last event, or `""`. */
  lastEventId: string;
  /** The delay before a new connection that the server asked for, in milliseconds. */
  retry: number | undefined;
  /** Attempts to reconnect since the last item. */
  attempts: number;
  /** All attempts to reconnect. */
  allAttempts: number;
}

/** The text of one item, such as an event or a line. */
export interface Frame {
  /** Its payload; absent in an event without data. */
  readonly raw: string | undefined;
  /** The type of an event, or `""`. */
  readonly event?: string;
  /** The id of the last event, or `""`. */
  readonly id?: string;
  /** The delay before a new connection that the server asks for, in milliseconds. */
  readonly retry?: number | undefined;
}

export interface Scanner {
  /** The frames that are complete with this text. */
  scan(text: string): Frame[];
  /** The frames that the end of the stream completes. */
  end(): Frame[];
  /** The length of the text that belongs to no frame yet. */
  held(): number;
}

/** The value of a frame that ends the stream. */
export const ended = Symbol("ended");
