import type { Phrase } from "./phrase.js";

/** What a change does to a program that uses the package; the worst comes first. */
export const verdicts = ["breaking", "additive", "info"] as const;

export type Verdict = (typeof verdicts)[number];

/** One thing that changes for users. */
export interface Change {
  readonly verdict: Verdict;
  /** What is spoken of: `package`, `client`, `operation`, `error` or `model`. */
  readonly kind: string;
  /** As a program names it: `domains.add`. */
  readonly name: string;
  readonly message: Phrase;
}

/** The worst of some verdicts, or `null` where there are none. */
export function worstOf(changes: readonly Pick<Change, "verdict">[]): Verdict | null {
  return verdicts.find((verdict) => changes.some((change) => change.verdict === verdict)) ?? null;
}
