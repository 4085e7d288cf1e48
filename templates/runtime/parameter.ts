import type { Encode } from "./encode.js";
import type { CallSummary } from "./errors.js";
import type { Writer } from "./style.js";

export interface Parameter {
  readonly in: Place;
  /** The name on the wire, where the field is called differently. */
  readonly name?: string;
  /** How its value is written. */
  readonly write: Writer;
  /** How its value is encoded, where that isn't the default of its place. */
  readonly encode?: Encode;
  /** The option of the client that holds its value for calls which give none. */
  readonly global?: string;
  /** Whether its value is a secret, which no error may tell. */
  readonly isSecret?: true;
}

/** What a call's argument comes to, written down where each field of it travels. */
export interface Written {
  path: string;
  readonly query: string[];
  readonly headers: Record<string, string>;
  readonly body?: BodyInit | undefined;
  /** The body's media type; absent where `fetch` adds it. */
  readonly contentType?: string;
}

/** Where a parameter travels; `text` is absent where a call gives no value. */
export type Place = (
  written: Written,
  name: string,
  text: string | undefined,
  call: CallSummary,
) => void;
