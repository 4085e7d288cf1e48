import type { Direction } from "../plan/report/surface.js";
import { joined, type Phrase, words } from "./phrase.js";

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
export function worstVerdict(changes: readonly Pick<Change, "verdict">[]): Verdict | null {
  return verdicts.find((verdict) => changes.some((change) => change.verdict === verdict)) ?? null;
}

/** How an argument or a field can change. */
export type ChangeKind =
  | "new"
  | "new and required"
  | "gone"
  | "required"
  | "optional"
  | "wider"
  | "narrower"
  /** Narrower by a type that no program names: `null`, or any string. */
  | "fewer values"
  | "other"
  /** More, fewer or other constraints on every value. */
  | "stricter"
  | "looser"
  | "other format"
  | "other default";

interface Judgment {
  readonly verdict: Verdict;
  /** The effect on a program; `null` if it is obvious. */
  readonly because: string | null;
}

type Rules = Readonly<Record<ChangeKind, Judgment>>;

/** Values that users pass to the package: a change breaks them if the value is harder to make. */
const given: Rules = {
  new: additive(null),
  "new and required": breaking("calls without it no longer compile"),
  gone: breaking("calls that pass it no longer compile"),
  required: breaking("calls without it no longer compile"),
  optional: additive("calls may omit it"),
  wider: additive("calls may pass more values"),
  narrower: breaking("values passed before may no longer be allowed"),
  "fewer values": breaking("values passed before may no longer be allowed"),
  other: breaking("values passed before are no longer allowed"),
  stricter: breaking("values passed before may be refused"),
  looser: additive("calls may pass more values"),
  "other format": breaking("values passed before may be refused"),
  "other default": breaking("calls that omit it now request something else"),
};

/** Values that the package returns to users: a change breaks them if the value guarantees less. */
const received: Rules = {
  new: additive(null),
  "new and required": additive(null),
  gone: breaking("programs that read it no longer compile"),
  required: additive("it is always present"),
  optional: breaking("it may be missing"),
  wider: breaking("programs may receive a value that they don't expect"),
  narrower: breaking("programs that ask for it no longer compile"),
  "fewer values": additive("programs receive fewer kinds of values"),
  other: breaking("programs receive another type than they expect"),
  stricter: info(null),
  looser: info(null),
  "other format": breaking("programs may be unable to parse it"),
  "other default": info(null),
};

/** Reading a header always compiles, and yields a string or nothing. */
const header: Rules = {
  ...received,
  gone: breaking("programs that read it get nothing"),
  optional: info("it may be missing"),
  narrower: additive("programs receive fewer kinds of values"),
  other: breaking("programs may receive a value that they don't expect"),
};

/**
 * Whose view a change is judged from: users who make the value, receive it, or both, or who read a
 * header.
 */
export type Viewpoint = Direction | "header";

const rules: Readonly<Record<Exclude<Viewpoint, "both">, Rules>> = { given, received, header };

/** Judges a change from the given side; from the worse one if both apply. */
export function judge(kind: ChangeKind, side: Viewpoint): Judgment {
  if (side !== "both") return rules[side][kind];
  const worst = worstVerdict([given[kind], received[kind]]);
  return given[kind].verdict === worst ? given[kind] : received[kind];
}

export function breaking(because: string | null): Judgment {
  return { verdict: "breaking", because };
}

export function additive(because: string | null): Judgment {
  return { verdict: "additive", because };
}

export function info(because: string | null): Judgment {
  return { verdict: "info", because };
}

/** A change of a line, before it is assigned to an entry. */
export type LineChange = Pick<Change, "verdict" | "message">;

/** A change from its subject, what happens to it, and the reason why that matters. */
export function change(
  what: Phrase,
  predicate: string,
  { verdict, because }: Judgment,
): LineChange {
  const reason = because === null ? "" : `: ${because}`;
  return { verdict, message: joined(what, words(`${predicate}${reason}`)) };
}
