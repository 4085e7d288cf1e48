import { expect, it } from "vitest";
import { paintFor } from "../generator/paint.js";

const terminal = { isTTY: true };
const red = "\u001b[31mred\u001b[39m";

it.each<[string, { isTTY?: boolean }, Record<string, string>, string]>([
  ["a terminal", terminal, {}, red],
  ["a pipe", {}, {}, "red"],
  ["a terminal with NO_COLOR", terminal, { NO_COLOR: "1" }, "red"],
  ["a terminal with an empty NO_COLOR", terminal, { NO_COLOR: "" }, red],
  ["a terminal that has none", terminal, { TERM: "dumb" }, "red"],
  ["a pipe with FORCE_COLOR", {}, { FORCE_COLOR: "1", NO_COLOR: "1" }, red],
  ["a pipe with an empty FORCE_COLOR", {}, { FORCE_COLOR: "" }, red],
  ["a terminal with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, "red"],
])("colors %s as Node.js does", (_, stream, env, want) => {
  expect(paintFor(stream, env)("red", "red")).toBe(want);
});
