import { expect, it } from "vitest";
import { jsonEvents } from "../../generator/read/json-events.js";

/** Each event as its kind, where it is, and what its text is. */
function told(text: string): string[] {
  return [...jsonEvents(text)].map((event) => {
    if (event.kind === "end") return "end";
    return `${event.kind} ${event.offset}${event.kind === "scalar" ? ` ${event.text()}` : ""}`;
  });
}

it("tells of every value in the order of the text", () => {
  expect(told('{"a\\"\\u0062": [-1.5e+3, true,\n\tnull], "{": {}}')).toEqual([
    "mapping 0",
    'scalar 1 a"b',
    "sequence 14",
    "scalar 15 -1500",
    "scalar 24 true",
    "scalar 31 null",
    "end",
    "scalar 38 {",
    "mapping 43",
    "end",
    "end",
  ]);
});

it.each([
  ["a key without quotation marks", "{a: 1}"],
  ["a text without quotation marks", '{"a": b}'],
  ["a number with something behind it", '{"a": 1b}'],
  ["a comment", '{"a": 1} # end'],
])("refuses %s, which only YAML has", (_, text) => {
  expect(() => told(text)).toThrow(SyntaxError);
});
