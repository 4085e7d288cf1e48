import { visible } from "../../text.js";

/** Whatever means something to a Markdown reader within a line: the first that fits is meant. */
const constructs = new RegExp(
  [
    // A code span, which ends before its paragraph does, and is looked for so far.
    /(?<!`)(?<ticks>`+)(?!`)(?<code>(?:(?!\n[ \t]*\n)[\s\S]){0,5000}?[^`])\k<ticks>(?!`)/,
    /\\[!-{}~]|<(?:https?:|mailto:)[^\s<>]*>/,
    /(?<pause><br ?\/?>)/,
    /(?<tag><(?=[a-z/!?]))/,
    /(?<stray>`+)/,
    /(?<entity>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});)/,
    // No two parts of it can hold the same text, so that a long one is read in one way only.
    /!?\[(?<label>(?:[^[\]]|\[[^[\]]*\])*)\]\([ \t]*(?![ \t])(?<target><[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))*)(?:[\s<>][^()]*)?\)/,
    // What is left of a link, or of the address of one, that a reader may see where none is seen here.
    /\](?<mark>\(|:(?![ \t]*<?(?:https?:|mailto:)))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

type Group = "ticks" | "code" | "pause" | "tag" | "stray" | "entity" | "label" | "target" | "mark";

/** One of these is in each construct: most texts have none of them. */
const marks = /[`\\<\]&]/;

/**
 * Markdown within one block without markup that could reach beyond it, and without links that lead
 * nowhere. What is kept is so for every reader: it is written anew, not let through.
 */
export function safeInline(markdown: string, isLabel = false): string {
  if (!marks.test(markdown)) return markdown;
  const beginsLine = lineBeginnings(markdown);
  return markdown.replace(constructs, (match: string, ...rest: unknown[]) => {
    // The groups come last; the pattern has these, and each holds text or nothing.
    const groups = rest.at(-1) as Readonly<Partial<Record<Group, string>>>;
    const { ticks = "", code, pause, tag, stray, entity, label, target, mark } = groups;
    if (code !== undefined) {
      return code.includes("|") && cells.test(markdown)
        ? escaped(ticks) + safeInline(code, isLabel) + escaped(ticks)
        : ticks + inALine(code) + ticks;
    }
    if (pause !== undefined) {
      return beginsLine(Number(rest.at(-3)), pause) || isLabel ? "&nbsp;" : pause;
    }
    if (tag !== undefined) return "&lt;";
    if (entity !== undefined) return visibleEntity(entity);
    if (stray !== undefined) return escaped(stray);
    if (mark !== undefined) return `]\\${mark}`;
    if (label === undefined || target === undefined) return match;
    return link(inALine(safeInline(label, true)), target, isLabel || !isAbsolute(target));
  });
}

/** The character references of HTML that have names and are invisible. */
const invisibleNames: ReadonlyMap<string, number> = new Map([
  ["shy", 0xad],
  ["zwnj", 0x200c],
  ["zwj", 0x200d],
  ["lrm", 0x200e],
  ["rlm", 0x200f],
  ["NoBreak", 0x2060],
  ...["ApplyFunction", "af"].map((name): [string, number] => [name, 0x2061]),
  ...["InvisibleTimes", "it"].map((name): [string, number] => [name, 0x2062]),
  ...["InvisibleComma", "ic"].map((name): [string, number] => [name, 0x2063]),
  ...[
    "ZeroWidthSpace",
    "NegativeThinSpace",
    "NegativeMediumSpace",
    "NegativeThickSpace",
    "NegativeVeryThinSpace",
  ].map((name): [string, number] => [name, 0x200b]),
]);

/** A character reference as it is, or where a reader would see nothing, the character's escape. */
function visibleEntity(entity: string): string {
  const [, hex, decimal, name = ""] = /^&(?:#x(.+)|#(.+)|(.+));$/i.exec(entity) ?? [];
  const code = hex
    ? Number.parseInt(hex, 16)
    : decimal
      ? Number(decimal)
      : invisibleNames.get(name);
  if (code === undefined || code > 0x10ffff) return entity;
  const character = String.fromCodePoint(code);
  const shown = visible(character);
  return shown === character ? entity : shown;
}

/** A table may be here, and its cells end within code spans too: the line between head and body. */
const cells = /^(?=.*-)(?=.*\|)[^\p{L}\n]*$/mu;

/**
 * Tells of one tag after the other whether it begins its line, with others or alone: that line is
 * HTML up to the next empty one. What stands before it is looked at from the last tag on only.
 */
function lineBeginnings(markdown: string): (offset: number, tag: string) => boolean {
  let end = 0;
  let isBeginning = false;
  return (offset, tag) => {
    const before = markdown.slice(end, offset);
    const start = before.lastIndexOf("\n") + 1;
    const isFirst = end === 0 || start > 0;
    const isBlank = (isFirst ? /^[ \t>*+.)\d-]*$/ : /^[ \t]*$/).test(before.slice(start));
    isBeginning = isBlank && (isFirst || isBeginning);
    end = offset + tag.length;
    return isBeginning;
  };
}

/** An image would be asked of another host, for whoever reads the page: it becomes a link too. */
function link(label: string, target: string, isText: boolean): string {
  return isText ? label : `[${label || "image"}](${target})`;
}

function inALine(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*\n\s*/g, " ");
}

function escaped(ticks: string): string {
  return "\\`".repeat(ticks.length);
}

function isAbsolute(target: string): boolean {
  return /^<?(https?:|mailto:)/i.test(target);
}
