import { expect, it } from "vitest";
import { withoutHtml } from "../../../generator/emit/escape/html.js";
import { blockMarkdown, inlineMarkdown } from "../../../generator/emit/escape/markdown.js";

it.each([
  [
    "emphasis",
    "<b>a</b> and <i>b</i>, <strong><em>both</em></strong>",
    "**a** and *b*, ***both***",
  ],
  ["spaces within", "a<b> b </b>c", "a **b** c"],
  ["code", "the <code>id</code> of it", "the `id` of it"],
  [
    "a link",
    '<a target="_blank" href="https://a.example/?b=1">a</a>',
    "[a](https://a.example/?b=1)",
  ],
  ["paragraphs", "<p>a</p>\n<p>b</p>", "\n\na\n\n\n\nb\n\n"],
  ["a list", "<ul> <li>a</li> <li>b</li></ul>", "\n\n- a\n- b\n\n"],
  ["a heading", "<h2>a</h2>b", "\n\n**a**\n\nb"],
  ["a line break", "a<br>b<BR />c", "a<br/>b<br/>c"],
  ["what has no partner", "a <b>c", "a c"],
])("%s becomes Markdown", (_, html, want) => {
  expect(withoutHtml(html)).toBe(want);
});

it.each([
  ["a placeholder", "domains/<domain_id>"],
  ["what acts", "<script>alert(1)</script>"],
  ["a tag in code", "`<b>a</b>` and ``<p>``"],
  ["a tag in a fence", "```html\n<p>a</p>\n```\nb"],
])("%s stays", (_, markdown) => {
  expect(withoutHtml(markdown)).toBe(markdown);
});

it("can't make a description escape its place", () => {
  expect(blockMarkdown("<p># a</p>")).toBe("**a**");
  expect(inlineMarkdown('<a href="javascript:alert(1)">a</a>')).toBe("a");
});

it("takes linear time", () => {
  const started = performance.now();
  for (const mark of ["<a ", "<b>", "<li> ", "<p>\n", "<code>", "`<b>", "```\n", "<a href=a "]) {
    withoutHtml(mark.repeat(5_000));
  }
  expect(performance.now() - started).toBeLessThan(2_000);
});
