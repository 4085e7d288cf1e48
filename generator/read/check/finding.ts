import type { Problem } from "../../problem.js";
import type { Json } from "../document/document.js";
import type { Container } from "../document/walk.js";

/** A fault in a document, and the repaired reading. */
export interface Finding {
  /** `null` if the meaning is clear without a warning. */
  readonly problem: Problem | null;
  /** `null` if the document is read unchanged. */
  readonly fix: Fix | null;
}

/** A replacement for the value below a key of an object or list. */
export interface Fix {
  readonly node: Container;
  readonly key: string;
  /** Maps the written value to the one that is read; `undefined` removes it. */
  readonly mend: Mend;
}

export type Mend = (value: Json | undefined) => Json | undefined;

export const asNothing: Mend = () => undefined;
