import type { Change } from "./change.js";
import { inWords, joined, type Phrase } from "./phrase.js";
import type { Judgement } from "./rules.js";

/** A change of a line, before it is said of what. */
export type LineChange = Pick<Change, "verdict" | "message">;

/** `what` with what happens to it, and why that matters. */
export function change(what: Phrase, happens: string, { verdict, because }: Judgement): LineChange {
  const reason = because === null ? "" : `: ${because}`;
  return { verdict, message: joined(what, inWords(`${happens}${reason}`)) };
}
