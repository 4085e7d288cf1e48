import { withoutHtml } from "./html.js";
import { safeInline } from "./inline-markdown.js";

// What a document says in Markdown stays Markdown, but keeps to its place on the page: it opens no
// comment, fence or element that it doesn't close, adds no heading, and links to no page of ours.

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** Markdown within one block: without markup that could reach beyond it, or links that lead nowhere. */
export function inlineMarkdown(markdown: string): string {
  return withoutIncludes(safeInline(withoutHtml(markdown)));
}

/** Paragraphs, lists and fences of a document's Markdown; its headings become bold lines. */
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
      const isEnd = closes(fence, line);
      blocks.push(isEnd ? fence.indent + fence.marks : lineIn(fence, line));
      if (isEnd) fence = null;
      continue;
    }
    fence = fenceFrom(line);
    if (fence === null) {
      prose.push(...flattened(line, prose.at(-1) ?? ""));
    } else {
      // Where it may be taken for more of the paragraph before it, that has ended.
      if (fence.indent.length > 3) prose.push("");
      endProse();
      blocks.push(fence.indent + fence.marks + fence.language);
    }
  }
  endProse();
  const closed = [...blocks, ...(fence === null ? [] : [fence.indent + fence.marks])];
  return withoutIncludes(closed.join("\n")).replace(/^\n+|(?<!\n)\n+$/g, "");
}

/** Site generators read such a line of a page before they read it as Markdown, even within code. */
function withoutIncludes(markdown: string): string {
  return markdown.replace(/(<!--\s*@include):/g, "$1 :");
}

interface Fence {
  /** Spaces that every line of it has, so that none leaves the list that the fence may be in. */
  readonly indent: string;
  readonly marks: string;
  readonly language: string;
}

function fenceFrom(line: string): Fence | null {
  const [, blank = "", marks, said = ""] =
    /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*([\w+#.-]*)/.exec(line) ?? [];
  if (marks === undefined) return null;
  // It says its language; what more stands there may mean something to a site generator.
  return { indent: blank.replaceAll("\t", "    "), marks, language: said.replace(/(-vue)+$/, "") };
}

function lineIn({ indent }: Fence, line: string): string {
  const [blank = ""] = /^[ \t]*/.exec(line) ?? [];
  const rest = line.slice(Math.min(blank.length, indent.length));
  return rest === "" ? "" : indent + rest;
}

/** Marks of the same kind, of which there are enough, alone on a line. */
function closes({ marks }: Fence, line: string): boolean {
  return /^[ \t]*(`+|~+)[ \t]*$/.exec(line)?.[1]?.startsWith(marks) === true;
}

/** What may stand before the contents of a line: marks of quotations and lists. */
const container = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;

/** A line without its power over the outline of the page. */
function flattened(line: string, before: string): string[] {
  const [start = ""] = container.exec(line) ?? [];
  const contents = line.slice(start.length);
  const heading = /^#{1,6}(?=[ \t]|$)(.*)$/.exec(contents)?.[1]?.trim();
  if (heading !== undefined) return headingLines(start, heading.replace(/(^|[ \t])#+$/, "").trim());
  // Under a paragraph, such a line makes a heading of it.
  const quotation = /^([ \t>]*)(?:=+|-+)[ \t]*$/.exec(line)?.[1];
  if (quotation !== undefined && !/^[ \t]*$/.test(before)) return [quotation.trimEnd()];
  return [line];
}

function headingLines(start: string, title: string | undefined): string[] {
  const words = title?.replaceAll("**", "").trim();
  if (start.trim() !== "") return [start + (words ? `**${words}**` : "\\#")];
  return words ? ["", `**${words}**`, ""] : [""];
}
