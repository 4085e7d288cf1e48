import { expect, it } from "vitest";
import { parse } from "../../../generator/read/parse/parse.js";
import {
  withJoinedFlows,
  yamlFaultOffset,
  yamlReason,
} from "../../../generator/read/parse/yaml-faults.js";

it("describes what was found, where, and how to fix it", () => {
  const text = "a: 1\na: 2\n";
  expect(yamlReason(text, { reason: "duplicated mapping key", offset: 5 })).toBe(
    "this is not valid YAML: duplicated mapping key near `a: 2`: a key may occur once in an object; rename or remove one of them",
  );
});

it("calls a text with brackets JSON as well", () => {
  expect(yamlReason("{", { reason: "oops", offset: 1 })).toBe(
    "this is not valid JSON or YAML: oops: correct the syntax",
  );
});

it("is one line with invisible characters escaped", () => {
  const text = "a: b\u001b[31m: c\nd";
  expect(yamlReason(text, { reason: "bad\nindentation", offset: 3 })).toBe(
    "this is not valid YAML: bad indentation near `b\\u001b[31m: c`: align the line with the lines around it, and close quotation marks and brackets",
  );
});

const second = "expected a single document in the stream, but found more";
const complex = "object-based map does not support complex keys";

it.each([
  ["a: 1\n---\nb: 2\n", second, 5],
  ["# a\n%YAML 1.2\n---\n# b\na: 1\n...\nb: 2\n", second, 27],
  ["--- a\n--- b\n", second, 6],
  ["  a: 1\n--- b\n", second, 7],
  ["---\n", second, 0],
  ["a: 1\n? [b]\n: 2\n", complex, 7],
  ["a: { b: [{ [c]: d }] }", complex, 11],
  ["[1, { a: 2 }]", complex, 0],
  ["a: 1", "something else", 0],
])("%j with %s is at %i", async (text, reason, offset) => {
  expect(await yamlFaultOffset(text, reason)).toBe(offset);
});

/** What a text is parsed as; it has no name. */
async function parsed(text: string): Promise<unknown> {
  const result = await parse({ file: "api.yaml", text });
  return result.ok ? result.document : result.problems;
}

it.each<[name: string, text: string, want: unknown]>([
  ["a brace", 'a:\n  b: {\n    "80/tcp": {}\n  }\nc: 1\n', { a: { b: { "80/tcp": {} } }, c: 1 }],
  ["a bracket", "a:\n  b: [\n    1,\n    2\n  ]\n", { a: { b: [1, 2] } }],
  ["an entry", 'a:\n  b: {\n  "x": 1,\n  "y": [\n  2\n  ]\n  }\n', { a: { b: { x: 1, y: [2] } } }],
  ["in a list", "a:\n  - {\n    b: 1\n  }\n  - c\n", { a: [{ b: 1 }, "c"] }],
  ["with Windows line breaks", "a:\r\n  b: {\r\n    c: 1\r\n  }\r\n", { a: { b: { c: 1 } } }],
])("%s in the column of its key is read", async (_, text, want) => {
  expect(await parsed(text)).toEqual(want);
});

it("keeps the position of every character and line", () => {
  const block = "description: |\n  use {\n  }\nb: {\n  c: 1\n}\n";
  const joined = withJoinedFlows(block);
  expect(joined).toBe("description: |\n  use {\n  }\nb: {   c: 1 }\n");
  expect(joined).toHaveLength(block.length);
});

it("keeps the line end of a comment", () => {
  expect(withJoinedFlows("a: { # one\n  b: 1\n}\n")).toBe("a: { # one\n  b: 1 }\n");
});
