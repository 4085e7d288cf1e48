import { expect, it } from "vitest";
import { visible } from "../generator/visible.js";

it.each([
  ["what can be seen", "a\n\tb é 👨‍👩‍👧 \u200f", "a\n\tb é 👨‍👩‍👧 \u200f"],
  [
    "control characters",
    "\0\b\r\u001b[31m\u007f\u0085",
    "\\u0000\\u0008\\u000d\\u001b[31m\\u007f\\u0085",
  ],
  ["line breaks that only some know", "\u2028\u2029", "\\u2028\\u2029"],
  ["what turns text around", "\u202e\u2066", "\\u202e\\u2066"],
  ["half a character", "\ud83d!\ude00", "\\ud83d!\\ude00"],
  ["a byte order mark", "\ufeffa", "\\ufeffa"],
])("of %s", (_, given, want) => {
  expect(visible(given)).toBe(want);
});

it("a string of JSON says the same", () => {
  const said = '"\u202e\ufeff\u2028\u0085"';
  expect(JSON.parse(visible(said))).toBe(JSON.parse(said));
});
