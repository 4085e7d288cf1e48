import { describe, expect, it } from "vitest";
import {
  cell,
  cellCode,
  code,
  markdownLine,
  words,
} from "../../../generator/emit/escape/escape.js";
import { blockMarkdown, inlineMarkdown, wrapped } from "../../../generator/emit/escape/markdown.js";

describe("a document's Markdown is unchanged", () => {
  it.each([
    ["emphasis", "*a* **b** _c_ ~~d~~"],
    ["code", "`a < b` and ``a ` <script>``"],
    ["links to elsewhere", "[a](https://example.com) <https://example.com>"],
    ["small elements", "a<br/>b"],
    ["a comparison", "a < b"],
    ["a list", "- a\n- b"],
    ["a fence", "```html\n<script>\n# no heading\n```"],
    ["a line of its own", "a\n\n---\n\nb"],
    ["a table", "| a | b |\n| --- | --- |\n| c | d |"],
  ])("%s", (_, markdown) => {
    expect(blockMarkdown(markdown)).toBe(markdown);
  });
});

describe("HTML that lays out a document's text becomes Markdown", () => {
  it.each([
    [
      "a table",
      '<table class="a"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>a | b</td></tr></tbody></table>',
      "| A | B |\n| --- | --- |\n| a \\| b |  |",
    ],
    [
      "a list in a cell",
      "| A | B |\n| --- | --- |\n| a | <ul><li> Okta (`o`) </li><li> Zscaler </li></ul> |",
      "| A | B |\n| --- | --- |\n| a | Okta (`o`)<br/>Zscaler |",
    ],
    [
      "an element in a head",
      '| <div style="width:100px">A</div> | B |\n| --- | --- |',
      "| A | B |\n| --- | --- |",
    ],
    ["a quotation", "a<blockquote><strong>Note:</strong> b</blockquote>c", "a\n\n**Note:** b\n\nc"],
    ["an aligned text", '<div style="text-align: center">C</div>', "C"],
    ["an image", '<img src="https://e.com/a.png" alt="A"/>', "[A](https://e.com/a.png)"],
    ["an open table", "<table><tr><td>a", "&lt;table>&lt;tr>&lt;td>a"],
    ["code of a table", "`<table>` <b>a</b>", "`<table>` **a**"],
  ])("%s", (_, markdown, want) => {
    expect(blockMarkdown(markdown)).toBe(want);
  });
});

describe("a document's Markdown can't affect the rest of the page", () => {
  it.each([
    ["a heading", "a\n# Title\n\nb", "a\n\n**Title**\n\nb"],
    ["a closed heading", "## Title ##", "**Title**"],
    ["a heading by underline", "Title\n===\ntext", "Title\n\ntext"],
    ["a heading by hyphens", "Title\n---", "Title"],
    ["a comment", "<!-- a", "&lt;!-- a"],
    ["an element", "<details>\n<b>a</b>", "&lt;details>\n**a**"],
    ["an image of elsewhere", "![a](https://a.example/b.png)", "[a](https://a.example/b.png)"],
    ["an image without words", "![](https://a.example)", "[image](https://a.example)"],
    ["more than a language", "```js-vue{1} v-pre\na\n```", "```js\na\n```"],
    ["a file of the reader", "`<!-- @include: /a -->`", "`<!-- @include : /a -->`"],
    ["an open fence", "```js\na", "```js\na\n```"],
    ["an open fence of four", "````\n```\na", "````\n```\na\n````"],
    ["a tick without a partner", "a ` <script> b", "a \\` &lt;script> b"],
    ["a link to a page of its own", "see [this](#tag/Pets) or [that](../a.md)", "see this or that"],
    ["a link to code", "[a](javascript:alert(1))", "a"],
    ["an image of its own", "![logo](logo.png)", "logo"],
    ["a definition", "[a]: b.md", "[a]\\: b.md"],
    ["a definition in a quotation", "> [a]:\n> b.md", "> [a]\\:\n> b.md"],
    [
      "an element in a label",
      "[<img>](a.md) [<img>](https://a.b)",
      "&lt;img> [&lt;img>](https://a.b)",
    ],
    ["an element for a title", "[a](https://a.b <img src=x>)", "[a](https://a.b)"],
    ["an element in code of two items", "`a\n- <img>`", "`a - <img>`"],
    [
      "an element in code of two cells",
      "|a|b|\n|-|-|\n|`a|<img>`|",
      "|a|b|\n|-|-|\n|\\`a|&lt;img>\\`|",
    ],
    ["a link in a link", "[![a](b.png)](https://c.d) [![a](b)](c)", "[a](https://c.d) a"],
    ["what is nearly a link", "[a]( <javascript:b> )", "a"],
    ["a heading in a list", "- # a\n  > ## b", "- **a**\n  > **b**"],
    ["an underline in a quotation", "> a\n> ---", "> a\n>"],
    ["a fence that a paragraph has", "a\n    ```\n<img>", "a\n\n    ```\n    <img>\n    ```"],
    ["a fence that a list may end", "- a\n  ```\n<img>\n```", "- a\n  ```\n  <img>\n  ```"],
    [
      "invisible characters by their numbers and names",
      "a&#8203;b&#x202E;c&shy;d&zwj;&ZeroWidthSpace;&#917569; &amp; &#233; `&#8203;`",
      "a\\u200bb\\u202ec\\u00add\\u200d\\u200b\\udb40\\udc41 &amp; &#233; `&#8203;`",
    ],
    ["no fence", "a\n\u00a0```\n<img>", "a\n\u00a0\\`\\`\\`\n&lt;img>"],
    ["a break that is a block", "a\n\n<br>\nb", "a\n\n&nbsp;\nb"],
  ])("%s", (_, markdown, want) => {
    expect(blockMarkdown(markdown)).toBe(want);
  });

  it("and takes linear time", () => {
    const started = performance.now();
    for (const mark of ["`", "[", "<a", "``a", "](", "![", "<table>", "<p ", "|<", "<img "])
      inlineMarkdown(mark.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("a value can't affect the rest of the page", () => {
  it.each([
    ["a cell", cell("a | b\n\nc \\| d"), "a \\| b<br/>c \\| d"],
    ["a list in a cell", cell("a\nb:\n- c\n2. d  \ne\\\nf"), "a b:<br/>- c<br/>2. d<br/>e<br/>f"],
    ["a line", markdownLine("a\n  b\r\nc"), "a b c"],
    ["words", words("a_b *c* [d](e) <f> #1\ng"), "a\\_b \\*c\\* \\[d\\](e) \\<f\\> \\#1 g"],
    ["code", code("a"), "`a`"],
    ["code with a tick", code("a`b"), "``a`b``"],
    ["code of ticks", code("``"), "` `` `"],
    ["code between spaces", code(" | "), "`  |  `"],
    ["code of nothing", code(""), "`  `"],
    ["code in a cell", cellCode("a | b\nc"), "`a \\| b c`"],
  ])("%s", (_, got, want) => {
    expect(got).toBe(want);
  });
});

it.each<[name: string, given: string[], want: string[]]>([
  ["keeps what fits", ["one two three"], ["one two three"]],
  ["breaks a long line at a space", ["one two three four five"], ["one two three", "four five"]],
  ["keeps a long word whole", ["https://example.com/a/b c"], ["https://example.com/a/b", "c"]],
  ["aligns a list item", ["- one two three four"], ["- one two three", "  four"]],
  [
    "begins no line with what Markdown reads as a list",
    ["one two threes - four"],
    ["one two threes -", "four"],
  ],
  ["keeps fenced code", ["```", "one two three four", "```"], ["```", "one two three four", "```"]],
  ["keeps indented code", ["    one two three four"], ["    one two three four"]],
  ["keeps a table", ["| one | two | three |"], ["| one | two | three |"]],
  ["keeps a heading", ["## one two three four"], ["## one two three four"]],
  ["keeps an example", ["@example one two three"], ["@example one two three"]],
  [
    "wraps the reason of a deprecation",
    ["@deprecated one two three"],
    ["@deprecated one", "two three"],
  ],
  ["keeps a link tag whole", ["one two {@link three}"], ["one two {@link three}"]],
])("%s", (_, given, want) => {
  expect(wrapped(given, 15)).toEqual(want);
});
