import { expect, it } from "vitest";
import { wrapped } from "../../../generator/emit/escape/wrap.js";

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
