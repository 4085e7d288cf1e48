import type { Clock } from "./clock.js";
import { type Answer, delayed } from "./double-answers.js";

/** How often a script answers. */
export interface Scripted {
  /** Answers exactly once. */
  once(): Scripted;
  /** Answers exactly this often. */
  times(count: number): Scripted;
  /** Waits before each answer, in milliseconds of the double's clock. */
  after(ms: number): Scripted;
}

/** The scripts of an operation or URL, in the order they were given. */
export interface Scripts {
  add(answer: Answer): Scripted;
  /**
   * The answer of the first script that isn't used up. The last one repeats unless it is limited.
   */
  next(): Answer | undefined;
  /** Whether there is another answer. */
  hasNext(): boolean;
  /** A description of each script that was used fewer times than it specifies. */
  unused(): string[];
}

interface Entry {
  answer: Answer;
  /** How often it answers; `undefined` for once, or for always if no other follows. */
  count: number | undefined;
  used: number;
}

/** @param name what the scripts are for, in messages. */
export function scriptsFor(name: string, clock: Clock): Scripts {
  const entries: Entry[] = [];
  const isLeft = ({ count, used }: Entry, index: number) =>
    used < (count ?? (index === entries.length - 1 ? Number.POSITIVE_INFINITY : 1));
  return {
    add(answer) {
      const entry: Entry = { answer, count: undefined, used: 0 };
      entries.push(entry);
      const scripted: Scripted = {
        once: () => scripted.times(1),
        times: (count) => {
          entry.count = count;
          return scripted;
        },
        after: (ms) => {
          entry.answer = delayed(entry.answer, ms, clock);
          return scripted;
        },
      };
      return scripted;
    },
    next() {
      const entry = entries.find(isLeft);
      if (entry) entry.used += 1;
      return entry?.answer;
    },
    hasNext: () => entries.some(isLeft),
    unused: () =>
      entries.flatMap(({ count = 1, used }, index) =>
        used < count ? [`${name}, script ${index + 1}: used ${used} of ${count} times`] : [],
      ),
  };
}
