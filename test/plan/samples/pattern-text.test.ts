import { describe, expect, it } from "vitest";
import { patternFrom } from "../../../generator/plan/samples/pattern.js";
import { isMatched, textOf } from "../../../generator/plan/samples/pattern-text.js";

function pattern(text: string) {
  const found = patternFrom(text);
  if (found === null) throw new Error(`${text} isn't understood`);
  return found;
}

const patterns = [
  ["^(ak|api_key)_[0-9A-Fa-f]{32}$", "ak_abcdef1234567890ABCDEFabcdef1234"],
  ["^\\d+\\.\\d+(-\\w+)?$", "123.123"],
  ["^#(?<hex>[A-Fa-f0-9]{6})$", "#abcdef"],
  ["^[^\\W_]{2,}$", "abc"],
  ["^[\\w.\\-]*?$", "abc"],
  ["^\\x41\\u00e9\\S\\D$", "Aéaa"],
  ["[a-c]|x", "a"],
] as const;

describe("a text that a pattern allows", () => {
  it.each(patterns)("%s", (given, want) => {
    expect(textOf(pattern(given), 0, Infinity)).toBe(want);
    expect(want).toMatch(new RegExp(given));
    expect(isMatched(pattern(given), want)).toBe(true);
  });

  it("is as long as is asked for", () => {
    expect(textOf(pattern("^a+$"), 10, 12)).toBe("a".repeat(10));
    expect(textOf(pattern("^a+$"), 0, 2)).toBe("a");
    expect(textOf(pattern("^a+$"), 2, 2)).toBe("aa");
    expect(textOf(pattern("^[0-9]+$"), 4, 4)).toBe("1234");
    expect(textOf(pattern("^a*$"), 0, 0)).toBe("");
    expect(textOf(pattern("^x(ab)+$"), 9, 10)).toBe("xabababab");
    expect(textOf(pattern("^a*$"), 127, 128)).toBe("a".repeat(127));
    expect(textOf(pattern("^a*$"), 129, 200)).toBeNull();
    expect(textOf(pattern("^a{3}$"), 4, 9)).toBeNull();
  });

  it("is null if it would be infinite", () => {
    expect(textOf(pattern("^a{99999}$"), 0, Infinity)).toBeNull();
    expect(textOf(pattern("^((a{50}){50}){50}$"), 0, Infinity)).toBeNull();
  });
});

describe("whether a pattern allows a text", () => {
  it.each([
    ["^[a-z]{2}$", "ab", true],
    ["^[a-z]{2}$", "abc", false],
    ["^(a|ab)(c|bcd)$", "abcd", true],
    ["^(a?){3}b*$", "aabb", true],
    ["^(a?){3}$", "aaaa", false],
    ["^(http|https)?://", "https://example.com", true],
    ["^(http|https)?://", "example.com", false],
    ["[A-Z]{2}$", "–AB", true],
    ["b|^c$", "abc", true],
  ])("%s: %s", (given, text, want) => {
    expect(isMatched(pattern(given), text)).toBe(want);
    expect(new RegExp(given).test(text)).toBe(want);
  });

  it("is quick, even if a regular expression engine would never end", () => {
    expect(isMatched(pattern("^(a+)+$"), `${"a".repeat(100)}b`)).toBe(false);
    expect(isMatched(pattern("^((a*)*)*$"), `${"a".repeat(100)}b`)).toBe(false);
    expect(isMatched(pattern("^((.*)*,)*$"), "a,".repeat(499))).toBe(true);
  });

  it("is quick with large or empty repetitions", () => {
    const nested = (inner: string, repeat: string) =>
      Array.from({ length: 40 }).reduce<string>((text) => `(${text})${repeat}`, inner);
    expect(isMatched(pattern("^a{1000000000}$"), "aaa")).toBe(false);
    expect(textOf(pattern("^a{1000000000}$"), 0, 10)).toBeNull();
    expect(isMatched(pattern("^(a?){1000000000}$"), "aaa")).toBe(true);
    expect(isMatched(pattern(`^${nested("a+", "+")}$`), "aaab")).toBe(true);
    expect(textOf(pattern(`^${nested("", "{9}")}$`), 0, 10)).toBe("");
  });

  it("is assumed for a long text", () => {
    expect(isMatched(pattern("^a*$"), "b".repeat(1_000))).toBe(false);
    expect(isMatched(pattern("^a*$"), "b".repeat(1_001))).toBe(true);
  });
});
