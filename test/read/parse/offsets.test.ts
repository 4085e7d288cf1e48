import { describe, expect, it } from "vitest";
import { offsetsOf, positionsIn } from "../../../generator/read/parse/offsets.js";
import { parse } from "../../../generator/read/parse/parse.js";

/** What is written at the offset of each pointer. */
async function found(text: string, ...pointers: string[]): Promise<(string | undefined)[]> {
  const source = { file: "a", text };
  await parse(source);
  const offsets = await offsetsOf(source, pointers);
  return pointers.map((pointer) => text.slice(offsets.get(pointer)).split(/[\n,]/)[0]);
}

describe("a JSON Pointer is found", () => {
  const yaml = `paths:
  /a:
    get: {tags: [one, two]}
  "/b": &b
    put:
      - x: 1
      - y: 2
  /c: *b
  200: ok
`;

  it("in YAML", async () => {
    expect(
      await found(
        yaml,
        "/paths",
        "/paths/~1a/get",
        "/paths/~1a/get/tags/1",
        "/paths/~1b",
        "/paths/~1b/put/1",
        "/paths/~1b/put/1/y",
        "/paths/200",
      ),
    ).toEqual(["paths:", "get: {tags: [one", "two]}", '"/b": &b', "y: 2", "y: 2", "200: ok"]);
  });

  it("in JSON", async () => {
    const json = '{\n\t"a": {\n\t\t"b/c": [1,\n 22]\n\t}\n}';
    expect(await found(json, "/a", "/a/b~1c", "/a/b~1c/1")).toEqual(['"a": {', '"b/c": [1', "22]"]);
  });

  it("at its nearest ancestor, if it is not written", async () => {
    expect(await found(yaml, "/paths/~1a/put/x", "/paths/~1c/put/0", "/gone/for/good")).toEqual([
      "/a:",
      "/c: *b",
      "paths:",
    ]);
  });

  it("at the start, if it is the document or the text is broken", async () => {
    expect(await found(yaml, "")).toEqual(["paths:"]);
    expect(await found("a: [", "/a")).toEqual(["a: ["]);
  });
});

const text = "ab\ncd\r\n\ref";

it.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 1, 3],
  [3, 2, 1],
  [7, 3, 1],
  [8, 4, 1],
  [9, 4, 2],
])("character %i is at %i:%i", (offset, line, column) => {
  expect(positionsIn(text)(offset)).toEqual({ line, column });
});
