import { withoutHtml } from "./html.js";

// What a document says in Markdown stays Markdown, but keeps to its place on the page: it opens no
// comment, fence or element that it doesn't close, adds no heading, and links to no page of ours.

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** Whatever means something to a Markdown reader within a line. */
const constructs = new RegExp(
  [
    // A code span, which ends before its paragraph does.
    /(?<code>(?<!`)(?<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\k<ticks>(?!`))/,
    /(?<kept>\\[!-{}~]|<(?:https?:|mailto:)[^\s<>]*>|<br ?\/?>)/,
    /(?<tag><(?=[a-z/!?]))/,
    /(?<stray>`+)/,
    /!?\[(?<label>[^[\]]*)\]\((?<target><[^<>]*>|(?:[^\s()]|\([^\s()]*\))*)[^()]*\)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

/** Markdown within one block: without markup that could reach beyond it, or links that lead nowhere. */
export function inlineMarkdown(markdown: string): string {
  return withoutIncludes(inlineOf(withoutHtml(markdown)));
}

function inlineOf(markdown: string): string {
  return markdown.replace(constructs, (match: string, ...rest: unknown[]) => {
    // The groups come last; the pattern has these, and each holds text or nothing.
    const { tag, stray, label, target } = rest.at(-1) as Record<string, string | undefined>;
    if (tag !== undefined) return "&lt;";
    if (stray !== undefined) return "\\`".repeat(stray.length);
    if (target !== undefined && !isAbsolute(target)) return label ?? "";
    // An image would be asked of another host, for whoever reads the page.
    return match.startsWith("![") ? `[${label || "image"}](${target})` : match;
  });
}

/** Site generators read such a line of a page before they read it as Markdown, even within code. */
function withoutIncludes(markdown: string): string {
  return markdown.replace(/(<!--\s*@include):/g, "$1 :");
}

/** Paragraphs, lists and fences of a document's Markdown; its headings become bold lines. */
export function blockMarkdown(markdown: string): string {
  const blocks: string[] = [];
  let prose: string[] = [];
  let fence: string | null = null;
  const endProse = () => {
    if (prose.length > 0) blocks.push(inlineOf(prose.join("\n").replace(/\n{3,}/g, "\n\n")));
    prose = [];
  };
  for (const line of withoutHtml(markdown).trim().split(lineBreak)) {
    const marks = /^\s*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      blocks.push(line);
      if (marks?.startsWith(fence) && line.trim() === marks) fence = null;
    } else if (marks !== null) {
      endProse();
      blocks.push(openingFence(line));
      fence = marks;
    } else {
      prose.push(...flattened(line, prose.at(-1) ?? ""));
    }
  }
  endProse();
  const closed = [...blocks, ...(fence === null ? [] : [fence])];
  return withoutIncludes(closed.join("\n")).replace(/^\n+|\n+$/g, "");
}

/** A fence says its language; what more stands there may mean something to a site generator. */
function openingFence(line: string): string {
  const opening = /^\s*(?:`{3,}|~{3,})[ \t]*[\w+#.-]*/.exec(line)?.[0] ?? line;
  return opening.replace(/(-vue)+$/, "");
}

/** A line without its power over the outline of the page. */
function flattened(line: string, before: string): string[] {
  const heading = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
  if (heading) return heading[1] ? ["", `**${heading[1].replaceAll("**", "")}**`, ""] : [""];
  // Under a paragraph, such a line makes a heading of it.
  if (before.trim() !== "" && /^ {0,3}(=+|-+)[ \t]*$/.test(line)) return [""];
  const definition = /^ {0,3}\[[^\]]+\]:[ \t]*(\S*)/.exec(line);
  return [definition && !isAbsolute(definition[1] ?? "") ? line.replace("[", "\\[") : line];
}

function isAbsolute(target: string): boolean {
  return /^<?(https?:|mailto:)/i.test(target);
}
