import { expect, it } from "vitest";
import type { Verdict } from "../../generator/diff/change.js";
import { nextVersion } from "../../generator/diff/comparison.js";

it.each<readonly [version: string, worst: Verdict | null, want: string | null]>([
  ["1.2.3", "breaking", "2.0.0"],
  ["1.2.3", "additive", "1.3.0"],
  ["1.2.3", "info", "1.2.4"],
  ["1.2.3", null, null],
  ["0.2.3", "breaking", "0.3.0"],
  ["0.2.3", "additive", "0.2.4"],
  ["0.2.3", "info", "0.2.4"],
  ["0.0.3", "breaking", "0.0.4"],
  ["0.0.0", "additive", "0.1.0"],
  ["2.0.0-beta.9", "breaking", "2.0.0-beta.10"],
  ["2.0.0-beta", "additive", "2.0.0-beta.1"],
  ["one", "additive", null],
])("after %s with a change that is %s comes %s", (version, worst, want) => {
  expect(nextVersion(version, worst)).toBe(want);
});
