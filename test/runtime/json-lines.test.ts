import { describe, expect, test } from "vitest";
import { jsonLinesFormat } from "../../templates/runtime/json-lines.js";
import { bytesOf, cutsOf, outcomesOf, streamFrom } from "./streams.js";

describe("lines, cut at every byte", () => {
  test.each<{ name: string; text: string; want: unknown[] }>([
    {
      name: "a value a line",
      text: '{"a":1}\n[2]\n"é😀"\nnull\n',
      want: [{ a: 1 }, [2], "é😀", null],
    },
    { name: "CRLF", text: "1\r\n2\r\n", want: [1, 2] },
    { name: "the last line needs no line end", text: "1\n2", want: [1, 2] },
    { name: "empty lines are skipped", text: "\n1\n\n  \n2\n\n", want: [1, 2] },
    { name: "a BOM is dropped", text: "\uFEFF1\n", want: [1] },
    { name: "a line separator of Unicode ends no line", text: '"\u2028"\n', want: ["\u2028"] },
    {
      name: "the stream goes on after a line that isn't JSON",
      text: "1\nx\n2\n",
      want: [1, ["decode", "x"], 2],
    },
  ])("$name", async ({ text, want }) => {
    for (const chunks of cutsOf(text)) {
      expect(await outcomesOf(streamFrom(jsonLinesFormat(), chunks))).toEqual(want);
    }
  });
});

test("a sentinel ends the stream, and its absence is an error", async () => {
  const format = jsonLinesFormat({ sentinel: "END" });
  expect(await outcomesOf(streamFrom(format, [bytesOf("1\nEND\n2\n")]))).toEqual([1]);
  expect(await outcomesOf(streamFrom(format, [bytesOf("1\nEND")]))).toEqual([1]);
  expect(await outcomesOf(streamFrom(format, [bytesOf("1\n")]))).toEqual([
    1,
    ["connection", undefined],
  ]);
});
