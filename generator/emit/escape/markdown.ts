import { type Fence, fenceFrom, isClosingFence } from "../../fence.js";
import { withoutHtml } from "./html.js";
import { safeInline } from "./inline-markdown.js";

// A document's Markdown stays Markdown but can't affect the rest of the page: it leaves no comment,
// fence or element open, adds no heading, and links to no page of the package.

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** Inline Markdown without markup that could reach beyond its block, and without dead links. */
export function inlineMarkdown(markdown: string): string {
  return withoutIncludes(safeInline(withoutHtml(markdown)));
}

/** Paragraphs, lists and fences of a document's Markdown. Headings become bold lines. */
export function blockMarkdown(markdown: string): string {
  const blocks: string[] = [];
  let prose: string[] = [];
  let fence: Fence | null = null;
  const endProse = () => {
    if (prose.length > 0) blocks.push(safeInline(prose.join("\n").replace(/\n{3,}/g, "\n\n")));
    prose = [];
  };
  for (const line of withoutHtml(markdown).trim().split(lineBreak)) {
    if (fence !== null) {
      const isEnd = isClosingFence(fence, line);
      blocks.push(isEnd ? fence.indent + fence.marks : lineIn(fence, line));
      if (isEnd) fence = null;
      continue;
    }
    fence = fenceFrom(line);
    if (fence === null) {
      prose.push(...withoutHeading(line, prose.at(-1) ?? ""));
    } else {
      // Ends the paragraph before, which would otherwise absorb the fence.
      if (fence.indent.length > 3) prose.push("");
      endProse();
      blocks.push(fence.indent + fence.marks + fence.language);
    }
  }
  endProse();
  const closed = [...blocks, ...(fence === null ? [] : [fence.indent + fence.marks])];
  return withoutIncludes(closed.join("\n")).replace(/^\n+|(?<!\n)\n+$/g, "");
}

/** Site generators process such a line before they parse Markdown, even in code. */
function withoutIncludes(markdown: string): string {
  return markdown.replace(/(<!--\s*@include):/g, "$1 :");
}

function lineIn({ indent }: Fence, line: string): string {
  const [blank = ""] = /^[ \t]*/.exec(line) ?? [];
  const rest = line.slice(Math.min(blank.length, indent.length));
  return rest === "" ? "" : indent + rest;
}

/** The quotation and list marks before the content of a line. */
const container = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;

/** A line that can't change the page's outline. */
function withoutHeading(line: string, before: string): string[] {
  const [start = ""] = container.exec(line) ?? [];
  const contents = line.slice(start.length);
  const heading = /^#{1,6}(?=[ \t]|$)(.*)$/.exec(contents)?.[1]?.trim();
  if (heading !== undefined) return headingLines(start, heading.replace(/(^|[ \t])#+$/, "").trim());
  // Such a line would turn the paragraph above into a heading.
  const quotation = /^([ \t>]*)(?:=+|-+)[ \t]*$/.exec(line)?.[1];
  if (quotation !== undefined && !/^[ \t]*$/.test(before)) return [quotation.trimEnd()];
  return [line];
}

function headingLines(start: string, title: string | undefined): string[] {
  const words = title?.replaceAll("**", "").trim();
  if (start.trim() !== "") return [start + (words ? `**${words}**` : "\\#")];
  return words ? ["", `**${words}**`, ""] : [""];
}

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
    else if (isClosingFence(open, line)) open = null;
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
