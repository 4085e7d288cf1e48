/** `error` stops the generation; `warning` says what was left out or repaired. */
export type Severity = "error" | "warning";

/** Something wrong in a document, as a value: found while reading or modelling, printed by the command line. */
export interface Problem {
  readonly severity: Severity;
  /** JSON Pointer (RFC 6901) of the node in the document; `""` is the whole document. */
  readonly pointer: string;
  /** What was found and how to mend it, on one line. */
  readonly message: string;
  /** The sort of problem, as a word that never changes: many of one kind are printed as a few and a count. */
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
