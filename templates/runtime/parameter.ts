import type { Encode } from "./encode.js";
import type { CallSummary } from "./errors.js";
import type { Writer } from "./style.js";

export interface Parameter {
  readonly in: Place;
  /** The name on the wire, if it differs from the field's. */
  readonly name?: string;
  /** Writes the value in the parameter's style. */
  readonly write: Writer;
  /** Encodes the value. Default: the encoding of its location. */
  readonly encode?: Encode;
  /** The client option that holds the value for calls that don't set it. */
  readonly global?: string;
  /** Whether the value is a secret, which errors must not contain. */
  readonly isSecret?: true;
}

/** The argument of a call, written to the parts of the request. */
export interface Written {
  path: string;
  readonly query: string[];
  readonly headers: Record<string, string>;
  readonly body?: BodyInit | undefined;
  /** The body's media type; absent if `fetch` sets it. */
  readonly contentType?: string;
}

/** Writes a parameter to its location; `text` is `undefined` if the call has no value. */
export type Place = (
  written: Written,
  name: string,
  text: string | undefined,
  call: CallSummary,
) => void;
