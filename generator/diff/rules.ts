import type { Side } from "../plan/report/surface.js";
import type { Verdict } from "./change.js";

/** What may happen to an argument or a field. */
export type Happening =
  | "new"
  | "new and required"
  | "gone"
  | "required"
  | "optional"
  | "wider"
  | "narrower"
  /** Narrower by something that no program names: `null`, or strings of any kind. */
  | "tamer"
  | "other";

export interface Judgement {
  readonly verdict: Verdict;
  /** What it does to a program, or `null` where that goes without saying. */
  readonly because: string | null;
}

type Rules = Readonly<Record<Happening, Judgement>>;

/** What users hand to the package: it hurts them when it gets harder to make. */
const given: Rules = {
  new: additive(null),
  "new and required": breaking("calls without it no longer compile"),
  gone: breaking("calls that pass it no longer compile"),
  required: breaking("calls without it no longer compile"),
  optional: additive("calls may leave it out"),
  wider: additive("calls may pass more"),
  narrower: breaking("what was passed before may no longer fit"),
  tamer: breaking("what was passed before may no longer fit"),
  other: breaking("what was passed before no longer fits"),
};

/** What the package hands to users: it hurts them when less of it is certain. */
const received: Rules = {
  new: additive(null),
  "new and required": additive(null),
  gone: breaking("programs that read it no longer compile"),
  required: additive("it is always there"),
  optional: breaking("it may be missing"),
  wider: breaking("programs may meet a value that they don't expect"),
  narrower: breaking("programs that ask for it no longer compile"),
  tamer: additive("programs have less to expect"),
  other: breaking("programs meet another type than they expect"),
};

/** What happens to a thing, judged from the side that matters; where both do, by the worse. */
export function judge(happening: Happening, side: Side): Judgement {
  const judgements = { given: given[happening], received: received[happening] };
  if (side !== "both") return judgements[side];
  return judgements.given.verdict === "breaking" ? judgements.given : judgements.received;
}

export function breaking(because: string | null): Judgement {
  return { verdict: "breaking", because };
}

export function additive(because: string | null): Judgement {
  return { verdict: "additive", because };
}

export function neither(because: string | null): Judgement {
  return { verdict: "neither", because };
}
