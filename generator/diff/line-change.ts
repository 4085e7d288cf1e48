import type { Change } from "./change.js";
import { inWords, joined, type Phrase } from "./phrase.js";
import type { Judgement } from "./rules.js";

/** A change of a line, before it is assigned to an entry. */
export type LineChange = Pick<Change, "verdict" | "message">;

/** A change from its subject, what happens to it, and the reason why that matters. */
export function change(what: Phrase, happens: string, { verdict, because }: Judgement): LineChange {
  const reason = because === null ? "" : `: ${because}`;
  return { verdict, message: joined(what, inWords(`${happens}${reason}`)) };
}
