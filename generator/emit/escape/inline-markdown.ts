import { visible } from "../../text.js";

/** All inline constructs of Markdown. The first one that matches wins. */
const constructs = new RegExp(
  [
    // A code span, which ends within its paragraph; the search is limited to this length.
    /(?<!`)(?<ticks>`+)(?!`)(?<code>(?:(?!\n[ \t]*\n)[\s\S]){0,5000}?[^`])\k<ticks>(?!`)/,
    /\\[!-{}~]|<(?:https?:|mailto:)[^\s<>]*>/,
    /(?<pause><br ?\/?>)/,
    /(?<tag><(?=[a-z/!?]))/,
    /(?<stray>`+)/,
    /(?<entity>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});)/,
    // No two parts can match the same text, so that a long text is read in only one way.
    /!?\[(?<label>(?:[^[\]]|\[[^[\]]*\])*)\]\([ \t]*(?![ \t])(?<target><[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))*)(?:[\s<>][^()]*)?\)/,
    // The remains of a link or a reference that another Markdown parser might recognise.
    /\](?<mark>\(|:(?![ \t]*<?(?:https?:|mailto:)))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

type Group = "ticks" | "code" | "pause" | "tag" | "stray" | "entity" | "label" | "target" | "mark";

/** Every construct contains one of these characters; most texts contain none. */
const marks = /[`\\<\]&]/;

/**
 * Inline Markdown without markup that could reach beyond its block, and without links that lead
 * nowhere. Kept constructs are written anew, so that every parser reads them in the same way.
 */
export function safeInline(markdown: string, isLabel = false): string {
  if (!marks.test(markdown)) return markdown;
  const beginsLine = lineBeginnings(markdown);
  const hasTable = cells.test(markdown);
  return markdown.replace(constructs, (match: string, ...rest: unknown[]) => {
    // The cast is safe: the groups are the last argument, and each of these is text or undefined.
    const groups = rest.at(-1) as Readonly<Partial<Record<Group, string>>>;
    const { ticks = "", code, pause, tag, stray, entity, label, target, mark } = groups;
    if (code !== undefined) {
      return hasTable && code.includes("|")
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

/** The named character references of HTML that are invisible. */
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

/** A character reference, or the escape of its character if it is invisible. */
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

/** The delimiter row of a table, in which code spans don't protect pipes. */
const cells = /^(?=.*-)(?=.*\|)[^\p{L}\n]*$/mu;

/**
 * Tells for successive tags whether each starts its line, alone or after other tags; such a line is
 * HTML up to the next empty line. Looks back only to the previous tag.
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

/** Images become links, because an image would be requested from another host for every reader. */
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
