/** Whatever means something to a Markdown reader within a line: the first that fits is meant. */
const constructs = new RegExp(
  [
    // A code span, which ends before its paragraph does.
    /(?<!`)(?<ticks>`+)(?!`)(?<code>(?:(?!\n[ \t]*\n)[\s\S])*?[^`])\k<ticks>(?!`)/,
    /\\[!-{}~]|<(?:https?:|mailto:)[^\s<>]*>/,
    /(?<pause><br ?\/?>)/,
    /(?<tag><(?=[a-z/!?]))/,
    /(?<stray>`+)/,
    // No two parts of it can hold the same text, so that a long one is read in one way only.
    /!?\[(?<label>(?:[^[\]]|\[[^[\]]*\])*)\]\([ \t]*(?![ \t])(?<target><[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))*)(?:[\s<>][^()]*)?\)/,
    // What is left of a link, or of the address of one, that a reader may see where none is seen here.
    /\](?<mark>\(|:(?![ \t]*<?(?:https?:|mailto:)))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

type Group = "ticks" | "code" | "pause" | "tag" | "stray" | "label" | "target" | "mark";

/**
 * Markdown within one block without markup that could reach beyond it, and without links that lead
 * nowhere. What is kept is so for every reader: it is written anew, not let through.
 */
export function safeInline(markdown: string, isLabel = false): string {
  const hasCells = cells.test(markdown);
  return markdown.replace(constructs, (match: string, ...rest: unknown[]) => {
    // The groups come last; the pattern has these, and each holds text or nothing.
    const groups = rest.at(-1) as Readonly<Partial<Record<Group, string>>>;
    const { ticks = "", code, pause, tag, stray, label, target, mark } = groups;
    if (code !== undefined) {
      return hasCells && code.includes("|")
        ? escaped(ticks) + safeInline(code, isLabel) + escaped(ticks)
        : ticks + inALine(code) + ticks;
    }
    if (pause !== undefined) {
      return isLabel || beginsLine(markdown, Number(rest.at(-3))) ? "&nbsp;" : pause;
    }
    if (tag !== undefined) return "&lt;";
    if (stray !== undefined) return escaped(stray);
    if (mark !== undefined) return `]\\${mark}`;
    if (label === undefined || target === undefined) return match;
    return link(inALine(safeInline(label, true)), target, isLabel || !isAbsolute(target));
  });
}

/** A table may be here, and its cells end within code spans too: the line between head and body. */
const cells = /^(?=.*-)(?=.*\|)[^\p{L}\n]*$/mu;

/** What begins a line with a tag is HTML up to the next empty one. */
function beginsLine(markdown: string, offset: number): boolean {
  const start = markdown.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t>*+.)\d-]*(?:<br ?\/?>[ \t]*)*$/i.test(markdown.slice(start, offset));
}

/** An image would be asked of another host, for whoever reads the page: it becomes a link too. */
function link(label: string, target: string, isText: boolean): string {
  return isText ? label : `[${label || "image"}](${target})`;
}

function inALine(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, " ");
}

function escaped(ticks: string): string {
  return "\\`".repeat(ticks.length);
}

function isAbsolute(target: string): boolean {
  return /^<?(https?:|mailto:)/i.test(target);
}
