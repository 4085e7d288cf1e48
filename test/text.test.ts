import { describe, expect, it } from "vitest";
import {
  decoded,
  essenceOf,
  printable,
  printableLine,
  quoted,
  visible,
  visibleLine,
} from "../generator/text.js";

describe("visible escapes", () => {
  it.each([
    [
      "control characters",
      "\0\b\r\u001b[31m\u007f\u0085",
      "\\u0000\\u0008\\u000d\\u001b[31m\\u007f\\u0085",
    ],
    ["separators of lines and paragraphs", "\u2028\u2029", "\\u2028\\u2029"],
    ["what reorders text", "\u200e\u200f\u061c\u202e\u2066", "\\u200e\\u200f\\u061c\\u202e\\u2066"],
    [
      "zero-width spaces, joiners and hyphens",
      "a\u200bb\u200cc\u200dd\u2060e\u00adf\u180eg",
      "a\\u200bb\\u200cc\\u200dd\\u2060e\\u00adf\\u180eg",
    ],
    ["letters without a shape", "\u3164\u115f\uffa0\u034f", "\\u3164\\u115f\\uffa0\\u034f"],
    ["tags", "a\u{e0041}\u{e007f}", "a\\udb40\\udc41\\udb40\\udc7f"],
    ["tags after a flag", "\u{1f3f4}\u{e0067}", "\u{1f3f4}\\udb40\\udc67"],
    ["variation selectors that vary nothing", "a\ufe0f\u{e0100}", "a\\ufe0f\\udb40\\udd00"],
    ["more of them than an emoji has", "❤\ufe0f\ufe0f", "❤\ufe0f\\ufe0f"],
    ["a joiner at the end of an emoji", "👩\u200d", "👩\\u200d"],
    ["half a character", "\ud83d!\ude00", "\\ud83d!\\ude00"],
    ["a byte order mark", "\ufeffa", "\\ufeffa"],
    ["interlinear annotations", "\ufff9a\ufffb", "\\ufff9a\\ufffb"],
  ])("%s", (_, given, want) => {
    expect(visible(given)).toBe(want);
  });

  it("visible characters are unchanged", () => {
    const texts = ["a\n\tb é 日本語", "👨‍👩‍👧 ❤️ 👍🏽 1️⃣ ☎︎", "می‌خواهم", "क्‍ष", "\u00a0"];
    expect(texts.map(visible)).toEqual(texts);
  });

  it("so that a string of JSON keeps its value", () => {
    const said = '"\u202e\ufeff\u2028\u0085\u{e0041}\u200b"';
    expect(JSON.parse(visible(said))).toBe(JSON.parse(said));
  });
});

it("a visible line is one line", () => {
  expect(visibleLine("a\n\tb\u200b\r")).toBe("a\\u000a\\u0009b\\u200b\\u000d");
});

describe("printed text", () => {
  it.each([
    ["::error file=a::b", "\\u003a:error file=a::b"],
    ["a\n \u00a0::set-output name=a::b", "a\n \u00a0\\u003a:set-output name=a::b"],
    ["a ##[add-mask]b", "a \\u0023#[add-mask]b"],
    ["a ##vso[task.setvariable variable=a]b", "a \\u0023#vso[task.setvariable variable=a]b"],
    ["##TeamCity[buildStop]", "\\u0023#TeamCity[buildStop]"],
    ["\u001b[31m", "\\u001b[31m"],
  ])("commands no CI: %j", (given, want) => {
    expect(printable(given)).toBe(want);
  });

  it("is unchanged otherwise", () => {
    const text = "a.yaml:1:1 error a::b\n## [1.0.0]\n## a\n: b\n";
    expect(printable(text)).toBe(text);
  });
});

it("a printed line is one line", () => {
  expect(printableLine("::a\n::b")).toBe("\\u003a:a\\u000a::b");
});

it.each([
  ["/pets/{id}", '"/pets/{id}"'],
  ["two\nlines\u001b[31m", '"two\\u000alines\\u001b[31m"'],
  ["x".repeat(201), `"${"x".repeat(200)}…"`],
])("%j is shown as %j", (text, shown) => {
  expect(quoted(text)).toBe(shown);
});

it("the essence of a media type has no parameters", () => {
  expect(essenceOf(" Application/JSON ; charset=utf-8")).toBe("application/json");
});

it("decodes percent-encoding, and leaves an invalid escape unchanged", () => {
  expect(["%41", "%", "%zz", "%FF"].map(decoded)).toEqual(["A", "%", "%zz", "%FF"]);
});
