import { closes, fenceFrom } from "./markdown.js";

/**
 * Wraps the long lines of a Markdown text at spaces. Code, tables, headings and tags such as
 * `@example` keep their lines.
 *
 * @param width in columns. A word that is longer keeps its length.
 */
export function wrapped(text: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let open: ReturnType<typeof fenceFrom> = null;
  for (const line of text) {
    const isCode = open !== null || fenceFrom(line) !== null;
    if (open === null) open = fenceFrom(line);
    else if (closes(open, line)) open = null;
    if (isCode || line.length <= width || keepsLine.test(line)) lines.push(line);
    else lines.push(...wrappedLine(line, width));
  }
  return lines;
}

/** Indented code, a table, a heading, or a tag whose text isn't prose. */
const keepsLine = /^(?: {4}|\t)|\||^ {0,3}#{1,6} |^@(?!deprecated)/;

/** A word at the beginning of a line that Markdown or TSDoc reads as something else. */
const startsBlock = /^(?:[-+*>#@=~`|]|\d+[.)])/;

function wrappedLine(line: string, width: number): string[] {
  const margin = /^\s*(?:[-+*]|\d{1,9}[.)])?\s+/.exec(line)?.[0] ?? "";
  const indent = " ".repeat(margin.length);
  const lines: string[] = [];
  let current = margin;
  for (const word of line.slice(margin.length).split(/ +/)) {
    const isStart = current.trim() === "" || current === margin;
    const isFull = current.length + 1 + word.length > width;
    if (isFull && !isStart && !startsBlock.test(word) && !current.endsWith("{@link")) {
      lines.push(current);
      current = indent + word;
    } else {
      current += isStart ? word : ` ${word}`;
    }
  }
  return [...lines, current];
}
