import type { Phrase } from "./phrase.js";

/** The effect of a change on a program that uses the package, worst first. */
export const verdicts = ["breaking", "additive", "info"] as const;

export type Verdict = (typeof verdicts)[number];

/** A change that users may notice. */
export interface Change {
  readonly verdict: Verdict;
  /** The kind of thing that changes: `package`, `client`, `operation`, `error` or `model`. */
  readonly kind: string;
  /** Its name in code: `domains.add`. */
  readonly name: string;
  readonly message: Phrase;
}

/** The worst verdict of some changes; `null` if there are none. */
export function worstOf(changes: readonly Pick<Change, "verdict">[]): Verdict | null {
  return verdicts.find((verdict) => changes.some((change) => change.verdict === verdict)) ?? null;
}
