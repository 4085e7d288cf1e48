import { codeSpan, objectKey, oneLine, stringLiteral } from "../../text.js";
import { blockMarkdown, inlineMarkdown, wrapped } from "./markdown.js";

// One helper for each context of a value. Every text from a document goes through one of them, so
// that it can't become code or markup.

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** A string literal of TypeScript or JSON. */
export const literal = stringLiteral;

/** The key of an object literal or type. */
export const property = objectKey;

/** A block, each line of it two columns further in. */
export function indented(
  this: unknown,
  { fn }: { readonly fn: (view: unknown) => string },
): string {
  return fn(this).replace(/^(?=.)/gm, "  ");
}

/** The width of emitted code in columns. */
const width = 100;

/**
 * A doc comment, on one line if it fits, else with long lines wrapped. Its text can't end the comment, and can't contain a
 * directive for a compiler or bundler, such as `@ts-expect-error` and `#__PURE__`.
 */
export function comment(text: string, margin: string): string {
  const inert = text.replaceAll("*/", "*\\/").replace(/[@#](?=ts-|__)/g, "$&\\");
  const [first = "", ...rest] = inert.split(lineBreak);
  const line = `${margin}/** ${first} */`;
  if (rest.length === 0 && line.length <= width) return line;
  const start = `${margin} * `;
  const lines = wrapped([first, ...rest], width - start.length).map((each) =>
    (start + each).trimEnd(),
  );
  return [`${margin}/**`, ...lines, `${margin} */`].join("\n");
}

/**
 * The line ends inside a cell: a break, an empty line or a list item. Patterns match whitespace
 * from its start, because a long run would otherwise be retried at every position.
 */
const breaks =
  /(?:(?<! ) {2,}|\\)\n\s*|(?<![ \t])[ \t]*\n\s*\n\s*|(?<![ \t])[ \t]*\n\s*(?=[-*+] |\d{1,9}[.)] )/g;

/**
 * A document's Markdown in a table cell: one line with escaped pipes; paragraphs and list items
 * become line breaks.
 */
export function cell(markdown: string): string {
  return inlineMarkdown(markdown.trim())
    .replace(/\\?\|/g, "\\|")
    .replace(/\r\n|[\r\u2028\u2029]/g, "\n")
    .replace(breaks, "<br/>")
    .replace(/(?<!\s)\s*\n\s*/g, " ");
}

/**
 * A block of a document's Markdown that can't change the page's outline or swallow what follows.
 */
export function markdown(block: string): string {
  return blockMarkdown(block);
}

/** A document's Markdown in the rest of a line. */
export function markdownLine(markdown: string): string {
  return inlineMarkdown(markdown.trim()).replace(/(?<!\s)\s*[\n\r\u2028\u2029]\s*/g, " ");
}

/** Plain text in a line or heading, with Markdown escaped. */
export function words(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#|~&$]/g, "\\$&");
}

/** A code span that its content can't close. */
export function code(value: string): string {
  return codeSpan(value);
}

/** A code span in a table cell. */
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

/** A code fence that its content can't close. */
export function fence(language: string, code: string): string {
  let longest = 2;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${code.trimEnd()}\n${marks}`;
}
