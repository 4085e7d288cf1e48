import { expect, it } from "vitest";
import {
  asOutputError,
  isMissing,
  OutputError,
} from "../../../generator/emit/disk/output-error.js";

it.each([
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the disk is read-only"],
  ["EACCES", "it and the folder around it must be writable; check their permissions"],
])("says what the system calls %s", (code, reason) => {
  const thrown = Object.assign(new Error(`${code}: it failed`), { code });
  const error = asOutputError(thrown, "out");
  expect(error).toBeInstanceOf(OutputError);
  expect(error).toMatchObject({
    name: "OutputError",
    message: `out can't be written: ${reason}`,
    cause: thrown,
  });
});

it("reports an unknown error unchanged, in one line", () => {
  const thrown = Object.assign(new Error("something\nodd"), { code: "EODD" });
  expect(asOutputError(thrown, "out")).toMatchObject({
    message: "out can't be written: EODD, something odd",
  });
});

it.each([[new OutputError("out is a file")], [new TypeError("a bug")], ["text"]])(
  "leaves %s as it is",
  (thrown) => {
    expect(asOutputError(thrown, "out")).toBe(thrown);
  },
);

it.each([
  ["a file that isn't there", Object.assign(new Error("no"), { code: "ENOENT" }), true],
  ["a file in the place of a folder", Object.assign(new Error("no"), { code: "ENOTDIR" }), true],
  ["a file that may not be read", Object.assign(new Error("no"), { code: "EACCES" }), false],
  ["another error", new Error("ENOENT"), false],
  ["no error", "ENOENT", false],
])("of %s", (_, thrown, want) => {
  expect(isMissing(thrown)).toBe(want);
});
