import type { Encode } from "./encode.js";
import type { CallSummary } from "./errors.js";
import type { Outgoing } from "./security.js";
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
  /** For a secret in a header: sends the header to the request's origin only. */
  readonly confine?: (outgoing: Outgoing, name: string) => void;
}

/** The argument of a call, written to the parts of the request. */
export interface Written {
  path: string;
  readonly query: string[];
  readonly headers: Record<string, string>;
  readonly body?: BodyInit | undefined;
  /** The body's media type; absent if `fetch` sets it. */
  readonly contentType?: string;
  /** Changes how each attempt is sent. */
  readonly prepare?: ((outgoing: Outgoing) => void)[];
}

/** Writes a parameter to its location; `text` is `undefined` if the call has no value. */
export type Place = (
  written: Written,
  name: string,
  text: string | undefined,
  call: CallSummary,
) => void;
