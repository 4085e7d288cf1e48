import { expect, it } from "vitest";
import { isMissing } from "../../../generator/emit/disk/is-missing.js";

it.each([
  ["a file that isn't there", Object.assign(new Error("no"), { code: "ENOENT" }), true],
  ["a file in the place of a folder", Object.assign(new Error("no"), { code: "ENOTDIR" }), true],
  ["a file that may not be read", Object.assign(new Error("no"), { code: "EACCES" }), false],
  ["another error", new Error("ENOENT"), false],
  ["no error", "ENOENT", false],
])("of %s", (_, thrown, want) => {
  expect(isMissing(thrown)).toBe(want);
});
