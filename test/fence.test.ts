import { describe, expect, it, test } from "vitest";
import { fenceFrom, isClosingFence } from "../generator/fence.js";

describe("a code fence", () => {
  test.each([
    ["```ts", { indent: "", marks: "```", language: "ts" }],
    ["  ~~~~ sh title", { indent: "  ", marks: "~~~~", language: "sh" }],
    ["\t```c++", { indent: "    ", marks: "```", language: "c++" }],
    ["```html-vue", { indent: "", marks: "```", language: "html" }],
    ["``inline``", null],
    ["```a`b", null],
  ])("opens with %j", (line, fence) => {
    expect(fenceFrom(line)).toEqual(fence);
  });

  it("closes with at least as many marks of its kind, alone on a line", () => {
    const fence = { indent: "", marks: "~~~", language: "" };
    const lines = ["~~~", "  ~~~~ ", "~~", "```", "~~~ ts"];
    expect(lines.map((line) => isClosingFence(fence, line))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
