import { expect, it } from "vitest";
import type { Outcome } from "./outcome.js";
import { summaryOf, tableOf } from "./table.js";

const passed: Outcome = {
  file: "a.yaml",
  isGenerated: true,
  isClean: true,
  operations: { exported: 2, documented: 2 },
  seconds: 1.25,
  peak: 150.4,
  problem: null,
};

const failed: Outcome = {
  file: "b.yaml",
  isGenerated: false,
  isClean: null,
  operations: null,
  seconds: 120,
  peak: null,
  problem: "takes | too\nlong",
};

it("lists failures first, with messages escaped for cells", () => {
  expect(tableOf([passed, failed])).toBe(
    [
      "1 passed, 1 failed",
      "",
      "| Document | Generated | Clean | Operations | Seconds | Peak MB | First problem |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| b.yaml | no |  |  | 120.0 |  | takes \\| too long |",
      "| a.yaml | yes | yes | 2/2 | 1.3 | 150 |  |",
      "",
    ].join("\n"),
  );
});

it("counts what passed and what failed", () => {
  expect(summaryOf([passed, passed, failed])).toBe("2 passed, 1 failed");
  expect(summaryOf([])).toBe("0 passed, 0 failed");
});
