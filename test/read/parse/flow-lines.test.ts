import { expect, it } from "vitest";
import { withJoinedFlows } from "../../../generator/read/parse/flow-lines.js";
import { parse } from "../../../generator/read/parse/parse.js";

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

it("moves no character, and no line of a text", () => {
  const block = "description: |\n  use {\n  }\nb: {\n  c: 1\n}\n";
  const joined = withJoinedFlows(block);
  expect(joined).toBe("description: |\n  use {\n  }\nb: {   c: 1 }\n");
  expect(joined).toHaveLength(block.length);
});

it("leaves a comment the end of its line", () => {
  expect(withJoinedFlows("a: { # one\n  b: 1\n}\n")).toBe("a: { # one\n  b: 1 }\n");
});
