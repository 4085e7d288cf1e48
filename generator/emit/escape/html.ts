// Converts the HTML in descriptions: formatting becomes Markdown, and everything else is shown as
// text.

import { withMarkdownTables } from "./html-table.js";

type Rule = readonly [
  pattern: RegExp,
  markdown: string | ((match: string, inner: string, text: string) => string),
];

/**
 * In this order: inner elements before outer ones. Patterns match whitespace from its start and
 * attributes as a whole; otherwise, a long one would be retried at every character.
 */
const rules: readonly Rule[] = [
  [/<br ?\/?>/gi, "<br/>"],
  [/<(?:code|tt)>([^<>`\n]+)<\/(?:code|tt)>/gi, "`$1`"],
  [/<a\s([^<>]*)>([^<>]+)<\/a>/gi, linked],
  [/<(?:i|em)>([^<>]+)<\/(?:i|em)>/gi, marked("*")],
  [/<(?:b|strong)>([^<>]+)<\/(?:b|strong)>/gi, marked("**")],
  [/<h[1-6]>([^<>]+)<\/h[1-6]>/gi, (_, inner) => `\n\n**${inner.trim()}**\n\n`],
  [/(?:(?<![ \t])[ \t]+)?<li(?:\s[^<>]*)?>\s*/gi, "\n- "],
  [/(?:(?<!\s)\s+)?<\/li>/gi, ""],
  [/(?:(?<!\s)\s+)?<\/?(?:p|ul|ol|div|blockquote)(?:\s[^<>]*)?>\s*/gi, "\n\n"],
  [/<img\s([^<>]*)>/gi, pictured],
  [/<\/?(?:b|code|em|i|kbd|small|span|strong|sub|sup|tt|u)(?:\s[^<>]*)?>/gi, ""],
];

/** Fences and code spans, whose tags are meant to be shown. */
const code =
  /(^[ \t]*(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(?:`|``)(?!`)[^`\n]*(?:`|``)(?!`))/m;

/** Stand for code while the HTML around it is converted: a span, and lines. */
const span = "\ue000";
const block = "\ue001";

/** A description with HTML replaced by Markdown where Markdown has an equivalent. */
export function withoutHtml(markdown: string): string {
  if (!/<[a-z]/i.test(markdown)) return markdown;
  const codes: string[] = [];
  const prose = markdown
    .replace(/[\ue000\ue001]/g, "\ufffd")
    .replace(new RegExp(code, "gm"), (match: string) => {
      codes.push(match);
      return match.includes("\n") ? block : span;
    });
  return convertHtml(prose).replace(/[\ue000\ue001]/g, () => codes.shift() ?? "");
}

function convertHtml(prose: string): string {
  // A table can't contain lines of code.
  const text = prose.includes(block) ? prose : withMarkdownTables(prose);
  return rules.reduce(
    (done, [pattern, markdown]) =>
      // `replace` handles both forms in the same way; only TypeScript distinguishes them.
      typeof markdown === "string"
        ? done.replace(pattern, markdown)
        : done.replace(pattern, markdown),
    text,
  );
}

function linked(match: string, attributes: string, text: string): string {
  const target = /href=["']?([^"'\s]+)/i.exec(attributes)?.[1];
  return target === undefined ? match : `[${text}](${target})`;
}

function pictured(match: string, attributes: string): string {
  const target = /src=["']?(https?:[^"'\s]+)/i.exec(attributes)?.[1];
  const words = /alt=(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return target === undefined ? match : `![${words?.[1] ?? words?.[2] ?? ""}](${target})`;
}

/** Markdown emphasis must touch the text, so surrounding spaces move outside. */
function marked(mark: string): (match: string, inner: string) => string {
  return (_, inner) => {
    const text = inner.trim();
    return text === "" ? inner : inner.replace(text, () => `${mark}${text}${mark}`);
  };
}
