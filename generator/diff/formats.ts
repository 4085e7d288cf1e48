import { type Change, type Verdict, verdicts } from "./change.js";
import type { Comparison } from "./comparison.js";
import type { Format } from "./flags.js";
import { codeSpan, markdownPhrase, plainPhrase } from "./phrase.js";

/** A comparison in words. */
export const formats: Readonly<Record<Format, (comparison: Comparison) => string>> = {
  text,
  changelog,
  comment,
  json,
};

/** A line for each change, for a terminal. */
function text(comparison: Comparison): string {
  const { packageName, version, nextVersion, changes } = comparison;
  if (nextVersion === null) return `nothing changes for users of ${packageName}\n`;
  const width = Math.max(...verdicts.map(({ length }) => length));
  const lines = changes.map(
    ({ verdict, kind, name, message }) =>
      `${verdict.padEnd(width)}  ${kind} ${name}: ${plainPhrase(message)}`,
  );
  return [
    ...lines,
    "",
    `${countsIn(changes)} for users of ${packageName}: after ${version} comes ${nextVersion}`,
    "",
  ].join("\n");
}

const headings: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking",
  additive: "Added",
  neither: "Changed",
};

/** An entry for a CHANGELOG. */
function changelog({ version, nextVersion, changes }: Comparison): string {
  return [`## ${nextVersion ?? version}`, ...sections(changes, "###"), ""].join("\n");
}

/** A comment for a pull request. */
function comment({ packageName, version, nextVersion, changes }: Comparison): string {
  const name = codeSpan(packageName);
  if (nextVersion === null) return `Nothing changes for users of ${name}.\n`;
  const verdict = `**${countsIn(changes)}** for users of ${name}: after ${version} comes **${nextVersion}**.`;
  return [verdict, ...sections(changes, "####"), ""].join("\n");
}

function sections(changes: readonly Change[], mark: string): string[] {
  return verdicts.flatMap((verdict) => {
    const lines = changes
      .filter((each) => each.verdict === verdict)
      .map(({ name, message }) => `- ${codeSpan(name)}: ${markdownPhrase(message)}`);
    return lines.length === 0 ? [] : ["", `${mark} ${headings[verdict]}`, "", ...lines];
  });
}

function json({ changes, ...rest }: Comparison): string {
  const spelled = changes.map((change) => ({ ...change, message: plainPhrase(change.message) }));
  return `${JSON.stringify({ ...rest, changes: spelled }, null, 2)}\n`;
}

/** `2 breaking, 1 additive`. */
function countsIn(changes: readonly Change[]): string {
  const counts = verdicts.map((verdict) => {
    const { length } = changes.filter((each) => each.verdict === verdict);
    return length === 0 ? "" : `${length} ${verdict}`;
  });
  return counts.filter((count) => count !== "").join(", ");
}
