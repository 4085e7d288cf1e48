// Converts the HTML in descriptions: formatting becomes Markdown, and everything else is shown as
// text.

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
  [/(?:(?<![ \t])[ \t]+)?<li>\s*/gi, "\n- "],
  [/(?:(?<!\s)\s+)?<\/li>/gi, ""],
  [/(?:(?<!\s)\s+)?<\/?(?:p|ul|ol|div)>\s*/gi, "\n\n"],
  [/<\/?(?:b|code|em|i|kbd|small|span|strong|sub|sup|tt|u)>/gi, ""],
];

/** Fences and code spans, whose tags are meant to be shown. */
const code =
  /(^[ \t]*(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(?:`|``)(?!`)[^`\n]*(?:`|``)(?!`))/m;

/** A description with HTML replaced by Markdown where Markdown has an equivalent. */
export function withoutHtml(markdown: string): string {
  if (!/<[a-z]/i.test(markdown)) return markdown;
  return markdown
    .split(new RegExp(code, "gm"))
    .map((part, index) => {
      // The pattern has two groups: the code and its delimiter.
      if (index % 3 === 1) return part;
      return index % 3 === 2 ? "" : convertHtml(part);
    })
    .join("");
}

function convertHtml(prose: string): string {
  return rules.reduce(
    (text, [pattern, markdown]) =>
      // `replace` handles both forms in the same way; only TypeScript distinguishes them.
      typeof markdown === "string"
        ? text.replace(pattern, markdown)
        : text.replace(pattern, markdown),
    prose,
  );
}

function linked(match: string, attributes: string, text: string): string {
  const target = /href=["']?([^"'\s]+)/i.exec(attributes)?.[1];
  return target === undefined ? match : `[${text}](${target})`;
}

/** Markdown emphasis must touch the text, so surrounding spaces move outside. */
function marked(mark: string): (match: string, inner: string) => string {
  return (_, inner) => {
    const text = inner.trim();
    return text === "" ? inner : inner.replace(text, () => `${mark}${text}${mark}`);
  };
}
