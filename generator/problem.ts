/** An `error` stops the run; a `warning` reports what was left out or corrected. */
export type Severity = "error" | "warning";

/** A problem in a document, found while it is read or modeled, and printed by the command line. */
export interface Problem {
  readonly severity: Severity;
  /** JSON Pointer (RFC 6901) of the node in the document; `""` is the whole document. */
  readonly pointer: string;
  /** What is wrong and how to fix it, on one line. */
  readonly message: string;
  /**
   * A stable name for the kind of problem. Many problems of one kind are printed as a few and a
   * count.
   */
  readonly kind?: string | undefined;
}

/** A problem with its position in a file; line and column count from 1. */
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
