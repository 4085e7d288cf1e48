import { describe, expect, test } from "vitest";
import { hidden, masked } from "../../templates/runtime/mask.js";

describe("masked", () => {
  test.each<{ name: string; payload: unknown; want: unknown }>([
    { name: "a field", payload: { pin: "1234", id: 1 }, want: { pin: "***", id: 1 } },
    { name: "a field of an object", payload: { a: { pin: 1 } }, want: { a: { pin: "***" } } },
    {
      name: "fields of a list",
      payload: [{ pin: 1 }, [{ pin: 2 }]],
      want: [{ pin: "***" }, [{ pin: "***" }]],
    },
    { name: "whatever it holds", payload: { pin: { a: [1] } }, want: { pin: "***" } },
    { name: "that it is null", payload: { pin: null }, want: { pin: "***" } },
    { name: "no other case of it", payload: { PIN: 1 }, want: { PIN: 1 } },
    { name: "no value of its name", payload: { a: "pin" }, want: { a: "pin" } },
    { name: "text", payload: "pin", want: "pin" },
    { name: "null", payload: null, want: null },
    { name: "a list of scalars", payload: [1, "pin", true, null], want: [1, "pin", true, null] },
  ])("$name", ({ payload, want }) => {
    expect(masked(payload, ["pin"])).toEqual(want);
  });

  test("doesn't change the payload", () => {
    const payload = { pin: 1, a: [{ pin: 2 }] };
    masked(payload, ["pin"]);
    expect(payload).toEqual({ pin: 1, a: [{ pin: 2 }] });
  });

  test("a field that is called like a prototype is a field", () => {
    const payload: unknown = JSON.parse('{"__proto__":{"pin":1}}');
    expect(JSON.stringify(masked(payload, ["pin"]))).toBe('{"__proto__":{"pin":"***"}}');
  });
});

describe("a payload of any size", () => {
  test("is cut off below 32 levels", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
    expect(JSON.stringify(masked(deep, []))).toBe(`${"[".repeat(32)}"…"${"]".repeat(32)}`);
  });

  test("is cut off after 10,000 values", () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => index);
    expect(masked([numbers, [1]], [])).toEqual([numbers.slice(0, 9_998), "…"]);
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index, [1]]));
    expect(Object.keys(Object(masked([wide, wide], []))[0])).toHaveLength(9_998);
  });

  test("has its long texts shortened", () => {
    expect(masked({ a: "x".repeat(10_001) }, [])).toEqual({ a: `${"x".repeat(10_000)}…` });
  });
});

describe("a secret is hidden", () => {
  test.each<{ secrets: string[]; text: string; want: string }>([
    { secrets: ["abc"], text: "an abc", want: "an ***" },
    { secrets: ["abc", "abcdef"], text: "abcdef abc", want: "*** ***" },
    { secrets: ["a+b c/é"], text: "a%2Bb%20c%2F%C3%A9", want: "***" },
    { secrets: ["a+b c"], text: "a%2Bb+c", want: "***" },
    { secrets: ['say "x"\n'], text: 'is "say \\"x\\"\\n"', want: 'is "***"' },
    { secrets: ["p\u212aw\u0130d"], text: "p%E2%84%AAw%C4%B0d", want: "***" },
    { secrets: ["a*~'"], text: "a%2a~%27 A*%7E'", want: "*** ***" },
    { secrets: ['"'], text: "%5C%22", want: "***" },
    { secrets: ["a b"], text: "a%2520b a%2Bb a%252520b", want: "*** *** ***" },
    { secrets: ["a.c"], text: "abc", want: "abc" },
    { secrets: ["*"], text: "a * b", want: "a *** b" },
    { secrets: ["😀 é"], text: "😀%20é %F0%9F%98%80+%C3%A9", want: "*** ***" },
    { secrets: ["\ud800"], text: "\ud800", want: "***" },
    { secrets: [""], text: "a", want: "a" },
    { secrets: ["a&b/c<é😀"], text: "a\\u0026b\\u002Fc\\u003c\\u00e9\\ud83d\\ude00", want: "***" },
    { secrets: ["a&b'c"], text: "a&amp;b&#39;c", want: "***" },
  ])("$secrets in $text", ({ secrets, text, want }) => {
    expect(hidden(text, secrets)).toBe(want);
  });

  test.each([0, 1, 2])("in base64 and base64url, after %i bytes", (before) => {
    const secret = "???>>>~~~ÿÿ";
    const bytes = Buffer.from(`${"x".repeat(before)}${secret}yy`);
    const kept = hidden(bytes.toString("base64"), [secret]).replace("***", "");
    expect(kept.length).toBeLessThan(9);
    expect(hidden(bytes.toString("base64url"), [secret])).toMatch(/^.{0,4}\*{3}.{0,4}$/);
  });

  test("with all that follows it, if it is longer than 500 characters", () => {
    const secret = `${"+".repeat(1_000_000)}\n`;
    expect(hidden(`a ${encodeURIComponent(secret)} b`, [secret, "é".repeat(9000)])).toBe("a ***");
    expect(hidden("a é b", [secret])).toBe("a é b");
  });

  test("among thousands of others", () => {
    const secrets = Array.from({ length: 5000 }, (_, index) => `s3cret/${index}+`);
    expect(hidden(`no s3cret%2F4999%2B, "${secrets[42]}"`, secrets)).toBe('no ***, "***"');
  });

  test.each<{ payload: unknown; want: unknown }>([
    { payload: { s3cret: [1234, "1234"] }, want: { "***": ["***", "***"] } },
    { payload: [12345, "a 1234"], want: [12345, "a ***"] },
  ])("as a key and as a number of $payload", ({ payload, want }) => {
    expect(masked(payload, [], ["1234", "s3cret"])).toEqual(want);
  });
});
