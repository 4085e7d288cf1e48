import { type Hover, isName } from "../hovers.js";
import type { Outcome } from "./outcome.js";

const heads = [
  "Document",
  "Generated",
  "Clean",
  "Operations",
  "Seconds",
  "Peak MB",
  "First problem",
];

/** The outcomes as a table in Markdown, what went wrong first. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ problem }) => problem !== null);
  const passed = outcomes.filter(({ problem }) => problem === null);
  const rows = [...failed, ...passed].map(cellsOf);
  return [
    `${summaryOf(outcomes)}\n`,
    ...[heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

/** `12 passed, 1 failed` */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ problem }) => problem !== null).length;
  return `${outcomes.length - failed} passed, ${failed} failed`;
}

/** `hovers of 4 operations: 4 are one name, 4 have at most 60 characters, 0 show how a type is made` */
export function summaryOfHovers(hovers: readonly Hover[]): string {
  const names = hovers.filter(isName).length;
  const short = hovers.filter(({ text }) => text.length <= 60).length;
  const unfolded = hovers.filter(({ text }) => /\{|components\[|operations\[/.test(text)).length;
  return `hovers of ${hovers.length} operations: ${names} are one name, ${short} have at most 60 characters, ${unfolded} show how a type is made`;
}

function cellsOf(outcome: Outcome): string[] {
  const { operations, isClean, peak } = outcome;
  return [
    outcome.file,
    outcome.isGenerated ? "yes" : "no",
    isClean === null ? "" : isClean ? "yes" : "no",
    operations === null ? "" : `${operations.exported}/${operations.documented}`,
    outcome.seconds.toFixed(1),
    peak === null ? "" : peak.toFixed(0),
    cell(outcome.problem ?? ""),
  ];
}

const longest = 200;

function cell(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return short.replaceAll("|", "\\|");
}
