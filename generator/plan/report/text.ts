import type { Entry, EntryKind, Line, LineKind, Surface } from "./surface.js";

// What is written in a document stands in quotes, with all that can't be seen escaped: a line is a
// line, and reads as it is.

/** A surface as text: a line for each thing, so that a review sees what changed. */
export function surfaceText({ packageName, version, entries }: Surface): string {
  const blocks = entries.map((entry) => [headOf(entry), ...entry.lines.map(lineText)].join("\n"));
  return `${[`package ${packageName} ${version}`, ...blocks].join("\n\n")}\n`;
}

/** The surface that a text tells of, or `null` if it isn't one. */
export function surfaceIn(text: string): Surface | null {
  const [head = "", ...blocks] = text.trimEnd().split("\n\n");
  const [, packageName, version] = /^package (\S+) (\S+)$/.exec(head) ?? [];
  const entries = blocks.map(entryIn);
  if (packageName === undefined || version === undefined) return null;
  return entries.every((entry) => entry !== null) ? { packageName, version, entries } : null;
}

function headOf({ kind, name, about, deprecated }: Entry): string {
  return visible([...(deprecated ? ["deprecated"] : []), kind, name, about].join(" ").trimEnd());
}

function lineText({ kind, path, required, deprecated, type }: Line): string {
  const words = [...(deprecated ? ["deprecated"] : []), kind, ...(path === "" ? [] : [path])];
  return visible(`  ${words.join(" ")}${required ? "" : "?"}: ${type.join(" | ")}`);
}

const entryKinds: readonly EntryKind[] = ["client", "operation", "error", "model"];
const lineKinds: readonly LineKind[] = [
  "server",
  "retries",
  "timeout",
  "scopes",
  "credential",
  "security",
  "argument",
  "result",
  "failure",
  "type",
  "field",
];

const headPattern = /^(deprecated )?(\w+) (\S+)(?: (.+))?$/;
const linePattern =
  /^ {2}(deprecated )?(\w+)(?: ((?:[^\s"?:]|"[^"\\]*(?:\\.[^"\\]*)*")+))?(\?)?: (.*)$/;

function entryIn(block: string): Entry | null {
  const [head = "", ...rest] = block.split("\n");
  const [, deprecated, word, name, about = ""] = headPattern.exec(head) ?? [];
  const kind = entryKinds.find((each) => each === word);
  const lines = rest.map(lineIn);
  if (kind === undefined || name === undefined) return null;
  if (!lines.every((line) => line !== null)) return null;
  return { kind, name, about, deprecated: deprecated !== undefined, lines };
}

function lineIn(text: string): Line | null {
  const [, deprecated, word, path = "", optional, type] = linePattern.exec(text) ?? [];
  const kind = lineKinds.find((each) => each === word);
  if (kind === undefined || type === undefined) return null;
  return {
    kind,
    path,
    required: optional === undefined,
    deprecated: deprecated !== undefined,
    type: membersOf(type),
  };
}

/** The members of a union as it is spelled: a `|` in quotes or brackets is none of its own. */
export function membersOf(type: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let member = "";
  for (const [token] of type.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"| \| |[\s\S]/g)) {
    if (/^[([{<]$/.test(token)) depth += 1;
    if (/^[)\]}>]$/.test(token)) depth -= 1;
    if (token === " | " && depth === 0) {
      members.push(member);
      member = "";
    } else {
      member += token;
    }
  }
  return [...members, member];
}

/** Characters without a shape of their own could make a line read as another one. */
function visible(line: string): string {
  return line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) =>
      escaped(character.charCodeAt(index)),
    ).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
