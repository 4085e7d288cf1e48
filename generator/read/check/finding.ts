import type { Problem } from "../../problem.js";
import type { Json } from "../document/document.js";
import type { Container } from "../document/walk.js";

/** A mistake in a document, and what is read instead. */
export interface Finding {
  /** `null` where the meaning is clear. */
  readonly problem: Problem | null;
  /** `null` where the document is read as it is. */
  readonly fix: Fix | null;
}

/** What is read below a key of an object or list. */
export interface Fix {
  readonly node: Container;
  readonly key: string;
  /** Gets what is there, and returns what is read; `undefined` is nothing. */
  readonly mend: Mend;
}

export type Mend = (value: Json | undefined) => Json | undefined;

export const asNothing: Mend = () => undefined;
