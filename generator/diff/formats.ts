import { codeSpan, visible } from "../text.js";
import { type Change, type Verdict, verdicts } from "./change.js";
import type { Comparison } from "./comparison.js";
import { isPredicate, markdownPhrase, plainPhrase, truncated } from "./phrase.js";

/** The output formats of a comparison: each renders it as text. */
export const formats = { text, changelog, comment, json } as const satisfies Readonly<
  Record<string, (comparison: Comparison) => string>
>;

export type Format = keyof typeof formats;

/** In characters, without the marks of Markdown. */
const longestLine = 200;

/** One line for each change, for a terminal. */
function text(comparison: Comparison): string {
  const { packageName, version, nextVersion, changes } = comparison;
  if (nextVersion === null) return `nothing changes for users of ${packageName}\n`;
  const width = Math.max(...verdicts.map(({ length }) => length));
  const lines = changes.map(({ verdict, kind, name, message }) => {
    const head = `${verdict.padEnd(width)}  ${kind} ${name}${isPredicate(message) ? "" : ":"} `;
    return `${head}${plainPhrase(truncated(message, longestLine - head.length))}`;
  });
  return [
    ...lines,
    "",
    `${countsIn(changes)} for users of ${packageName}: the next version after ${version} is ${nextVersion}`,
    "",
  ].join("\n");
}

/** The titles of the sections of changes. */
export const sectionTitles: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking",
  additive: "Added",
  info: "Changed",
};

/** An entry for a CHANGELOG. */
function changelog({ version, nextVersion, changes }: Comparison): string {
  return [`## ${nextVersion ?? version}`, ...sectionsOf(changes, "###"), ""].join("\n");
}

/** A comment for a pull request. */
function comment({ packageName, version, nextVersion, changes }: Comparison): string {
  const name = codeSpan(packageName);
  if (nextVersion === null) return `Nothing changes for users of ${name}.\n`;
  const verdict = `**${countsIn(changes)}** for users of ${name}: the next version after ${version} is **${nextVersion}**.`;
  const shown = changes.slice(0, fitting(changes.map(itemOf)));
  const more = changes.length - shown.length;
  const rest =
    more === 0 ? [] : ["", `And ${more} more: run \`sdkwright diff\` for the full list.`];
  return [verdict, ...sectionsOf(shown, "####"), ...rest, ""].join("\n");
}

/**
 * The limit of a GitHub comment is 65,536 characters; the rest is for the text around the changes.
 */
const mostCharacters = 65_000;

/** The number of lines that fit into a comment. */
function fitting(lines: readonly string[]): number {
  let left = mostCharacters;
  const first = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return first === -1 ? lines.length : first;
}

/** The changes by verdict, each with a title and an empty line around it. */
export function sectionsOf(changes: readonly Change[], mark: string): string[] {
  return verdicts.flatMap((verdict) => {
    const lines = changes.filter((each) => each.verdict === verdict).map(itemOf);
    return lines.length === 0 ? [] : ["", `${mark} ${sectionTitles[verdict]}`, "", ...lines];
  });
}

function itemOf({ kind, name, message }: Change): string {
  const maxLength = longestLine - kind.length - name.length;
  const text = markdownPhrase(truncated(message, maxLength));
  return visible(
    isPredicate(message) ? `- ${kind} ${codeSpan(name)} ${text}` : `- ${codeSpan(name)}: ${text}`,
  );
}

function json({ changes, ...rest }: Comparison): string {
  const printed = changes.map((change) => ({ ...change, message: plainPhrase(change.message) }));
  return `${JSON.stringify({ ...rest, changes: printed }, null, 2)}\n`;
}

/** `2 breaking, 1 additive`. */
function countsIn(changes: readonly Change[]): string {
  const counts = verdicts.map((verdict) => {
    const { length } = changes.filter((each) => each.verdict === verdict);
    return length === 0 ? "" : `${length} ${verdict}`;
  });
  return counts.filter((count) => count !== "").join(", ");
}
