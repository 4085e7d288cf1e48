import fc from "fast-check";

/** What no output may have but in strings, comments and text: the name that every payload tries to run. */
export const marker = "pwned_zz";

const run = `${marker}()`;
// Written so that no template literal hides what is meant.
const placeholder = `$${`{${run}}`}`;

/** What means something in a language that a document's words end up in. */
const fragments: readonly string[] = [
  // TypeScript and JSON
  ...['"', "'", "`", "\\", "\\u0022", placeholder, `"+${run}+"`, `'+${run}+'`, `\`+${run}+\``],
  ...[`*/${run}/*`, `*/ ${run}; /**`, `//\n${run};\n//`, `\u2028${run}\u2029`, `\r${run}\r`],
  ...[`"];${run};["`, `"};${run};({"`, `");${run};("`, `\\");${run};//`, `,[${run}]:1,`, "}", "{"],
  ...["\0", "\ud800", "\udc00", "\ufeff", "\u202e", "\u200b", "\u001b[31m", "\b", "\t", "\u0085"],
  ...["__proto__", "constructor", "prototype", "then", "default", "await", "<T>", "@ts-nocheck"],
  ...[`@deprecated {@link ${marker}}`, `/// <reference path="${marker}"/>`, "# sourceMappingURL=x"],
  // Handlebars and Vue
  ...[
    `{{a.${marker}}}`,
    `{{{a.${marker}}}}`,
    `{{#each ${marker}}}`,
    "{{/if}}",
    "{{> sdk/import}}",
    "{{",
  ],
  ...["}}", `{{ constructor.constructor('${run}')() }}`, `{#id .c v-html=${marker}}`, "<Badge/>"],
  // HTML
  ...[`<script>${run}</script>`, `</script><script>${run}`, `<img src=x onerror=${run}>`, "</p>"],
  ...[`<svg/onload=${run}>`, "<style>*{}</style>", "<!--", "-->", "<?php", "<![CDATA[", "]]>"],
  ...["&lt;b&gt;", "&#106;avascript:", "&quot;", "</code>", "<details>", `<a href="x" ${marker}>`],
  ...[`<p>\n<a href="javascript:${run}">x</a>`, `<i><b>`, "<br/>", `<br\n${marker}>`, "<h1>x</h1>"],
  // Markdown
  ...[
    "\n# a\n",
    "\na\n===\n",
    "\na\n---\n",
    "\n---\n",
    "\n\n",
    "\n",
    "\r\n",
    "# ",
    "> ",
    "- ",
    "1. ",
  ],
  ...[
    "```",
    "\n```js\n",
    "~~~",
    "\n~~~~\n",
    "`",
    "``",
    "````````",
    "|",
    " | ",
    "\\|",
    "\n| a |\n| - |\n",
  ],
  ...[
    `[x](javascript:${run})`,
    `[x](JaVaScRiPt:${run})`,
    `[x]( <javascript:${run}> )`,
    "[x](y.md)",
  ],
  ...[`![x](https://example.com/${marker})`, "![x](x.png)", `[x]: javascript:${run}`, "[x]", "]("],
  ...[`<javascript:${run}>`, `[x](data:text/html,${run})`, `[x](vbscript:${run})`, "*", "**", "_"],
  ...[
    "[![x](y)](z)",
    `[a[b](javascript:${run})`,
    "[x][x]",
    "[^1]",
    "$$",
    "~~",
    "::: tip",
    ":smile:",
  ],
  ...["<<< /etc/passwd", "[[toc]]", "<!-- @include: /etc/passwd -->", "    code", "\tcode", "\\\n"],
  // YAML
  ...[`---\n${marker}: 1\n---`, ": ", "!!js/function", "&a *a", "%YAML", "? ", "- - ", "#"],
  // Paths
  ...[
    "../../",
    "..\\..\\",
    "/",
    "//",
    "%2e%2e%2f",
    "C:\\",
    "file:///",
    "con",
    ".",
    "~",
    "%00",
    "?#",
  ],
];

const glue = fc.constantFrom("", "", " ", "\n", "a");

/** A few of them, one after the other. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...fragments), glue), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join(""));

/** Each by itself. */
export const hostileTexts: readonly string[] = fragments;

/** What Markdown is made of, in the smallest pieces. */
const marks: readonly string[] = [
  ...[
    "[",
    "](",
    "]",
    ")",
    "(",
    "!",
    "<",
    ">",
    "<img src=x onerror=y>",
    "<br>",
    "<https://a.example>",
  ],
  ...[
    "https://a.example",
    "mailto:",
    "javascript:",
    "]:",
    "`",
    "``",
    "```",
    "~~~",
    "|",
    "\\",
    "-",
    "=",
  ],
  ...[
    "#",
    "*",
    "_",
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "\u00a0",
    "- ",
    "1. ",
    "> ",
    "| - | - |",
    "a",
  ],
  ...[
    "<!--",
    "</a>",
    "<a href=https://a.example>",
    "<code>",
    "</code>",
    "<p>",
    "<b>",
    "</b>",
    "<li>",
  ],
  ...[
    "&lt;",
    "&#10;",
    "\f",
    "\u2028",
    "\r",
    "'",
    '"',
    ":",
    "{{",
    "<h1>",
    "</h1>",
    "<ul>",
    "</p>",
    "+ ",
  ],
];

/** Markdown of no sense, which readers make some sense of. */
export const oddMarkdown: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...marks), { minLength: 1, maxLength: 16 })
  .map((parts) => parts.join(""));
