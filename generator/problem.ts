/** An `error` stops the generation; a `warning` says what was left out or repaired. */
export type Severity = "error" | "warning";

/**
 * A fault in a document, as a value: found while reading or modelling, printed by the command line.
 */
export interface Problem {
  readonly severity: Severity;
  /** JSON Pointer (RFC 6901) of the node in the document; `""` is the whole document. */
  readonly pointer: string;
  /** The fault and how to fix it, on one line. */
  readonly message: string;
  /** A stable word for the kind of problem: many of one kind are printed as a few and a count. */
  readonly kind?: string | undefined;
}

/** A problem with its place in the text; line and column count from 1. */
export interface LocatedProblem extends Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function errorAt(pointer: string, message: string, kind?: string): Problem {
  return { severity: "error", pointer, message, kind };
}

export function warningAt(pointer: string, message: string, kind?: string): Problem {
  return { severity: "warning", pointer, message, kind };
}
