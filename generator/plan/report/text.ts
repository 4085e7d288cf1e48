import type { Entry, EntryKind, Fact, Line, LineKind, Surface } from "./surface.js";

// What is written in a document stands in quotes, and all that can't be seen is escaped before: a
// line is a line, and reads as it is.

/** A surface as text: a line for each thing, so that a review sees what changed. */
export function surfaceText({ packageName, version, entries }: Surface): string {
  const blocks = entries.map((entry) => [headOf(entry), ...entry.lines.map(lineText)].join("\n"));
  return `${[`package ${packageName} ${version}`, ...blocks].join("\n\n")}\n`;
}

/** The surface that a text tells of, or `null` if it isn't one. */
export function surfaceIn(text: string): Surface | null {
  const [head = "", ...blocks] = text.trimEnd().split("\n\n");
  const [, packageName, version] = /^package (\S+) ([\w.+-]+)$/.exec(head) ?? [];
  const entries = blocks.map(entryIn);
  if (packageName === undefined || version === undefined) return null;
  return entries.every((entry) => entry !== null) ? { packageName, version, entries } : null;
}

function headOf({ kind, name, about, deprecated }: Entry): string {
  return [...(deprecated ? ["deprecated"] : []), kind, name, about].join(" ").trimEnd();
}

function lineText({ kind, path, required, deprecated, type, facts }: Line): string {
  const words = [...(deprecated ? ["deprecated"] : []), kind, ...(path === "" ? [] : [path])];
  const told = [type.join(" | "), ...facts.map(factText)].join("; ");
  return `  ${words.join(" ")}${required ? "" : "?"}: ${told}`;
}

/** `maxLength: 50`; what is so or not is said by its name alone. */
export function factText({ name, value }: Fact): string {
  return value === "true" && name !== "default" ? name : `${name}: ${value}`;
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
  "header",
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
  const [, deprecated, word, path = "", optional, told] = linePattern.exec(text) ?? [];
  const kind = lineKinds.find((each) => each === word);
  if (kind === undefined || told === undefined) return null;
  const [type = "", ...facts] = pieces(told, "; ");
  return {
    kind,
    path,
    required: optional === undefined,
    deprecated: deprecated !== undefined,
    type: membersOf(type),
    facts: facts.map(factIn),
  };
}

function factIn(text: string): Fact {
  const [, name = text, value = "true"] = /^(\S+): (.*)$/.exec(text) ?? [];
  return { name, value };
}

/** The members of a union as it is spelled: a `|` in quotes or brackets is none of its own. */
export function membersOf(type: string): string[] {
  return pieces(type, " | ");
}

function pieces(text: string, separator: " | " | "; "): string[] {
  const found: string[] = [];
  let depth = 0;
  let piece = "";
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"| \| |; |[\s\S]/g)) {
    if (/^[([{<]$/.test(token)) depth += 1;
    if (/^[)\]}>]$/.test(token)) depth -= 1;
    if (token === separator && depth === 0) {
      found.push(piece);
      piece = "";
    } else {
      piece += token;
    }
  }
  return [...found, piece];
}
