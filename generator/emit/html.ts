// Descriptions are often written as HTML. What only shapes text becomes Markdown; everything else
// is left to be shown as text.

type Rule = readonly [
  pattern: RegExp,
  markdown: string | ((match: string, inner: string) => string),
];

/** In this order: what stands inside goes before what stands around it. */
const rules: readonly Rule[] = [
  [/<br ?\/?>/gi, "<br/>"],
  [/<(?:code|tt)>([^<>`\n]+)<\/(?:code|tt)>/gi, "`$1`"],
  [/<a\s[^<>]*?href=["']?([^"'<>\s]+)["']?[^<>]*>([^<>]+)<\/a>/gi, "[$2]($1)"],
  [/<(?:i|em)>([^<>]+)<\/(?:i|em)>/gi, marked("*")],
  [/<(?:b|strong)>([^<>]+)<\/(?:b|strong)>/gi, marked("**")],
  [/<h[1-6]>([^<>]+)<\/h[1-6]>/gi, (_, inner) => `\n\n**${inner.trim()}**\n\n`],
  [/[ \t]*<li>\s*/gi, "\n- "],
  [/\s*<\/li>/gi, ""],
  [/\s*<\/?(?:p|ul|ol|div)>\s*/gi, "\n\n"],
  [/<\/?(?:b|code|em|i|kbd|small|span|strong|sub|sup|tt|u)>/gi, ""],
];

/** Fences and code spans, which show tags that are meant. */
const code =
  /(^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(?:`|``)(?!`)[^`\n]*(?:`|``)(?!`))/m;

/** A description without the HTML that Markdown has marks for. */
export function withoutHtml(markdown: string): string {
  if (!/<[a-z]/i.test(markdown)) return markdown;
  return markdown
    .split(new RegExp(code, "gm"))
    .map((part, index) => {
      // The pattern has two groups: the code itself, and its marks.
      if (index % 3 === 1) return part;
      return index % 3 === 2 ? "" : translated(part);
    })
    .join("");
}

function translated(prose: string): string {
  return rules.reduce(
    (text, [pattern, markdown]) =>
      // The two forms are the same to `replace`, but for TypeScript.
      typeof markdown === "string"
        ? text.replace(pattern, markdown)
        : text.replace(pattern, markdown),
    prose,
  );
}

/** Emphasis binds to letters, so that spaces within go outside. */
function marked(mark: string): (match: string, inner: string) => string {
  return (_, inner) => {
    const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
    return text === "" ? inner : `${before}${mark}${text}${mark}${after}`;
  };
}
