import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { work } from "./folders.js";

/** What a process and those that it started took. */
export interface Cost {
  /** In seconds. */
  readonly wall: number;
  /** In seconds of the processor, its own and the system's for it. */
  readonly cpu: number;
  /** In MiB: the most that it held at once. */
  readonly peak: number;
  readonly isDone: boolean;
  readonly output: string;
}

/** Runs a command to its end; GNU time says what it took. */
export function costOf(command: readonly string[], folder: string): Cost {
  mkdirSync(work, { recursive: true });
  const notes = join(work, "time.txt");
  const args = ["-q", "-o", notes, "-f", "%e %U %S %M", ...command];
  const { status, stdout, stderr, error } = spawnSync("/usr/bin/time", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (error) throw new Error(`GNU time is needed (Debian's package time): ${error.message}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(notes, "utf8")
    .trim()
    .split(" ")
    .map(Number);
  const output = `${stdout}${stderr}`;
  return { wall, cpu: user + system, peak: kilobytes / 1024, isDone: status === 0, output };
}

/** Does things in turn, A B C A B C, so that all of them meet the same moods of a machine. */
export function inTurn<Subject, Result>(
  rounds: number,
  subjects: readonly Subject[],
  measure: (subject: Subject) => Result,
): Map<Subject, Result[]> {
  const results = new Map<Subject, Result[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) results.get(subject)?.push(measure(subject));
  }
  return results;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
