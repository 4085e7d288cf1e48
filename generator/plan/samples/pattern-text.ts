import type { Pattern } from "./pattern.js";

/** The maximum length of a sample, in characters. */
const longest = 128;

/** Counts for unbounded repetitions, in order of preference. */
const counts = [3, 6, 1, 10, 16, 32, 64];

/** A text that matches a pattern and has an allowed length, or `null` if none was found. */
export function textOf(pattern: Pattern, least: number, most: number): string | null {
  for (const count of counts) {
    const text = textFor(pattern, count, { left: longest });
    if (isWithin(text, least, most)) return text;
  }
  const text = shortestText(pattern, least);
  return isWithin(text, least, most) ? text : null;
}

function isWithin(text: string | null, least: number, most: number): boolean {
  return text !== null && text.length >= least && text.length <= most;
}

/** The first text that is long enough: more repetitions make longer texts. */
function shortestText(pattern: Pattern, least: number): string | null {
  let [low, high] = [0, longest];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const text = textFor(pattern, middle, { left: longest });
    // A text over the limit is longer than all others.
    if (text === null || text.length >= least) high = middle;
    else low = middle + 1;
  }
  return textFor(pattern, low, { left: longest });
}

/** @param budget the number of characters that may still be added. */
function textFor(pattern: Pattern, count: number, budget: { left: number }): string | null {
  switch (pattern.kind) {
    case "characters":
      budget.left -= 1;
      return budget.left < 0 ? null : (pattern.allowed[0] ?? null);
    case "sequence":
      return joined(pattern.parts.map((part) => textFor(part, count, budget)));
    case "choice": {
      const [first] = pattern.options;
      return first === undefined ? null : textFor(first, count, budget);
    }
    case "repeat":
      return repeated(pattern, count, budget);
    case "gap":
      return "";
  }
}

function repeated(
  { part, least, most }: Extract<Pattern, { kind: "repeat" }>,
  count: number,
  budget: { left: number },
): string | null {
  const times = Math.max(least, Math.min(most, most === 1 ? 0 : count));
  if (times > budget.left) return null;
  if (part.kind !== "characters") {
    if (times === 0) return "";
    // Written once, because nested repetitions of an empty text would take exponential time.
    const before = budget.left;
    const text = textFor(part, count, budget);
    budget.left -= (before - budget.left) * (times - 1);
    return text === null || budget.left < 0 ? null : text.repeat(times);
  }
  budget.left -= times;
  const { allowed } = part;
  return Array.from({ length: times }, (_, index) => allowed[index % allowed.length]).join("");
}

function joined(texts: readonly (string | null)[]): string | null {
  return texts.every((text) => text !== null) ? texts.join("") : null;
}

/** Longer texts are assumed to match, because nested repetitions visit each position often. */
const longestMatched = 1_000;

/** Nested repetitions take exponential time; after this many steps, a text is assumed to match. */
const mostSteps = 100_000;

/** Whether a text matches a pattern. */
export function isMatched(pattern: Pattern, text: string): boolean {
  if (text.length > longestMatched) return true;
  const steps = { left: mostSteps };
  const ends = endsOf(pattern, text, new Set([0]), steps);
  return steps.left <= 0 || ends.has(text.length);
}

interface Steps {
  left: number;
}

/**
 * The positions where a pattern may end, for a set of starting positions. Visits each position
 * once.
 */
function endsOf(
  pattern: Pattern,
  text: string,
  starts: ReadonlySet<number>,
  steps: Steps,
): ReadonlySet<number> {
  steps.left -= 1;
  if (steps.left <= 0) return starts;
  switch (pattern.kind) {
    case "characters":
      return new Set(
        [...starts].flatMap((at) => {
          const character = text[at];
          return character !== undefined && pattern.allowed.includes(character) ? [at + 1] : [];
        }),
      );
    case "sequence":
      return pattern.parts.reduce((ends, part) => endsOf(part, text, ends, steps), starts);
    case "choice":
      return new Set(pattern.options.flatMap((option) => [...endsOf(option, text, starts, steps)]));
    case "repeat":
      return repeatedEnds(pattern, text, starts, steps);
    case "gap": {
      const first = Math.min(...starts);
      const all = Array.from({ length: text.length + 1 }, (_, at) => at);
      return new Set(all.filter((at) => at >= first));
    }
  }
}

function repeatedEnds(
  { part, least, most }: Extract<Pattern, { kind: "repeat" }>,
  text: string,
  starts: ReadonlySet<number>,
  steps: Steps,
): ReadonlySet<number> {
  const found = new Set(least === 0 ? starts : []);
  let ends = starts;
  for (let times = 1; times <= Math.min(most, text.length + least); times += 1) {
    if (steps.left <= 0 || ends.size === 0) break;
    ends = endsOf(part, text, ends, steps);
    if (times < least) continue;
    const isNew = [...ends].some((end) => !found.has(end));
    for (const end of ends) found.add(end);
    if (!isNew) break;
  }
  return found;
}
