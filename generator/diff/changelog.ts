import { type Fence, fenceFrom, isClosingFence } from "../fence.js";
import { type Change, verdicts } from "./change.js";
import { sectionsOf, sectionTitles } from "./formats.js";

/**
 * A changelog with the changes of a version added, newest version first. Only adds lines: below the
 * version's heading if there is one, else in a new section. Lines that the section has are not added
 * again.
 *
 * @param text the changelog so far; `null` if there is none.
 */
export function withChanges(
  text: string | null,
  version: string,
  changes: readonly Change[],
): string {
  if (changes.length === 0) return text ?? "";
  if (text === null) return `# Changelog\n\n${newSection(version, changes).join("\n")}\n`;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.trimEnd().split(/\r?\n/);
  const headings = headingsIn(lines);
  const own = headings.findIndex(({ title }) => names(title, version));
  const end = headings[own + 1]?.line ?? lines.length;
  const added =
    own === -1
      ? withSection(lines, headings, newSection(version, changes))
      : [
          ...lines.slice(0, headings[own]?.line),
          ...merged(lines.slice(headings[own]?.line, end), changes),
          ...lines.slice(end),
        ];
  return `${added.join(eol)}${eol}`;
}

function newSection(version: string, changes: readonly Change[]): string[] {
  return [`## ${version}`, ...sectionsOf(changes, "###")];
}

interface Heading {
  readonly line: number;
  readonly title: string;
}

/** The headings of level 2 outside of code. */
function headingsIn(lines: readonly string[]): Heading[] {
  let fence: Fence | null = null;
  return lines.flatMap((line, index) => {
    if (fence !== null) {
      if (isClosingFence(fence, line)) fence = null;
      return [];
    }
    fence = fenceFrom(line);
    const title = /^##\s+(.*)$/s.exec(line)?.[1];
    return title === undefined ? [] : [{ line: index, title }];
  });
}

/** Whether a heading is a version's, such as `1.2.0`, `v1.2.0` and `[1.2.0] - 2026-01-31`. */
function names(title: string, version: string): boolean {
  const [, found] = /^\[?v?(\d[^\s\]]*)\]?/.exec(title) ?? [];
  return found === version;
}

/** Adds a section above the newest version, and below what isn't released yet. */
function withSection(
  lines: readonly string[],
  headings: readonly Heading[],
  section: readonly string[],
): string[] {
  const newest = headings.find(({ title }) => !/^\[?unreleased\b/i.test(title))?.line;
  if (newest === undefined) return [...lines, "", ...section];
  return [...lines.slice(0, newest), ...section, "", ...lines.slice(newest)];
}

/** A section of a version with the changes that it lacks. */
function merged(section: readonly string[], changes: readonly Change[]): string[] {
  let lines = trimmed(section);
  const known = new Set(lines.map((line) => line.trim()));
  for (const verdict of verdicts) {
    const own = changes.filter((change) => change.verdict === verdict);
    const [, , , ...items] = sectionsOf(own, "###");
    const missing = items.filter((item) => !known.has(item));
    if (missing.length === 0) continue;
    const title = lines.indexOf(`### ${sectionTitles[verdict]}`);
    const end = title === -1 ? lines.length : endOfSection(lines, title);
    const heading = title === -1 ? ["", `### ${sectionTitles[verdict]}`, ""] : [];
    lines = [...lines.slice(0, end), ...heading, ...missing, ...lines.slice(end)];
  }
  return section.length > trimmed(section).length ? [...lines, ""] : lines;
}

/** The line after the last one with text in a subsection. */
function endOfSection(lines: readonly string[], title: number): number {
  const next = lines.findIndex((line, index) => index > title && /^#{1,3} /.test(line));
  let end = next === -1 ? lines.length : next;
  while (lines[end - 1]?.trim() === "") end -= 1;
  return end;
}

function trimmed(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
