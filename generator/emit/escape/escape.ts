import { blockMarkdown, inlineMarkdown } from "./markdown.js";

// One helper for each place that a value can land in. Whatever a document says goes through one of
// them, and so becomes neither code nor markup.

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** A string literal of TypeScript or JSON; the line separators that only JSON allows are escaped too. */
export function literal(value: string): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, escapedCharacter);
}

/** The key of an object literal or a type; `__proto__` would set the prototype if it weren't computed. */
export function property(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/**
 * A doc comment, on one line where it fits; its text can't end it, and says nothing to a compiler or
 * a bundler, as `@ts-expect-error` and `#__PURE__` would.
 */
export function comment(text: string, margin: string): string {
  const inert = text.replaceAll("*/", "*\\/").replace(/[@#](?=ts-|__)/g, "$&\\");
  const [first = "", ...rest] = inert.split(lineBreak);
  const line = `${margin}/** ${first} */`;
  if (rest.length === 0 && line.length <= 100) return line;
  const lines = [first, ...rest].map((each) => `${margin} * ${each}`.trimEnd());
  return [`${margin}/**`, ...lines, `${margin} */`].join("\n");
}

/**
 * Where a line of a cell ends for its reader: at a break, an empty line or an item of a list. Space
 * is matched from where it begins, as in all patterns here: a long one would be as many starts.
 */
const breaks =
  /(?:(?<! ) {2,}|\\)\n\s*|(?<![ \t])[ \t]*\n\s*\n\s*|(?<![ \t])[ \t]*\n\s*(?=[-*+] |\d{1,9}[.)] )/g;

/** A document's Markdown in a cell of a table: one line, its pipes escaped; paragraphs and lists break. */
export function cell(markdown: string): string {
  return inlineMarkdown(markdown.trim())
    .replace(/\\?\|/g, "\\|")
    .replace(/\r\n|[\r\u2028\u2029]/g, "\n")
    .replace(breaks, "<br/>")
    .replace(/(?<!\s)\s*\n\s*/g, " ");
}

/** A block of a document's Markdown: it changes no outline and swallows nothing that follows. */
export function markdown(block: string): string {
  return blockMarkdown(block);
}

/** A document's Markdown in the rest of a line. */
export function markdownLine(markdown: string): string {
  return inlineMarkdown(markdown.trim()).replace(/(?<!\s)\s*[\n\r\u2028\u2029]\s*/g, " ");
}

/** Words that are no Markdown, in a line or a heading. */
export function words(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#|~&$]/g, "\\$&");
}

/** A code span that its contents can't close. */
export function code(value: string): string {
  const content = oneLine(value);
  const runs = new Set([...content.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const marks = "`".repeat(length);
  const padding = /^`|`$|^ .* $|^$/.test(content) ? " " : "";
  return marks + padding + content + padding + marks;
}

/** A code span in a cell of a table. */
export function cellCode(value: string): string {
  return code(value).replaceAll("|", "\\|");
}

/** The value of an attribute in an HTML comment. */
export function attribute(value: string): string {
  return oneLine(value)
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** A code fence that its contents can't close. */
export function fence(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${code.trimEnd()}\n${marks}`;
}

function escapedCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, " ");
}
