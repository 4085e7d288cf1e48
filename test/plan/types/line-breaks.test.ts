import { describe, expect, it } from "vitest";
import { fits, unionAlias } from "../../../generator/plan/types/line-breaks.js";

const long = "A".repeat(60);
const longer = "B".repeat(60);

describe("a line", () => {
  it("is 100 columns wide at the most", () => {
    expect(fits("x".repeat(100))).toBe(true);
    expect(fits("x".repeat(101))).toBe(false);
  });
});

describe("a union", () => {
  it.each([
    ["in a line", { given: ["A", "B"], want: "export type T = A | B;" }],
    ["of one", { given: ["A"], want: "export type T = A;" }],
    ["in lines", { given: [long, longer], want: `export type T =\n  | ${long}\n  | ${longer};` }],
  ])("%s", (_, { given, want }) => {
    expect(unionAlias("T", given)).toBe(want);
  });
});
