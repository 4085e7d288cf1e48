import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { OutputError } from "../../../generator/emit/disk/output-error.js";
import { refuseUserFile, writeSingleFile } from "../../../generator/emit/disk/single-file.js";
import { temporaryFolder } from "../../temporary-folder.js";

const path = () => join(temporaryFolder(), "a.json");
const isOurs = (text: string) => text === "ours";

it("a file that a run wrote may be replaced, and a new one be made", () => {
  const file = path();
  expect(() => refuseUserFile(file, isOurs)).not.toThrow();
  writeSingleFile(file, "ours");
  expect(() => refuseUserFile(file, isOurs)).not.toThrow();
  writeSingleFile(file, "ours too");
  expect(readFileSync(file, "utf8")).toBe("ours too");
  expect(readdirSync(dirname(file))).toEqual(["a.json"]);
});

it.each<[what: string, make: (file: string) => void, message: string]>([
  [
    "a file of somebody else's",
    (file) => writeFileSync(file, "mine"),
    "is a file that no earlier run wrote",
  ],
  ["a folder", (file) => mkdirSync(file), "is no regular file"],
  ["a link", (file) => symlinkSync("/nowhere", file), "is no regular file"],
])("%s may not be replaced", (_, make, message) => {
  const file = path();
  make(file);
  expect(() => refuseUserFile(file, isOurs)).toThrow(OutputError);
  expect(() => refuseUserFile(file, isOurs)).toThrow(`${file} ${message}`);
});

it("a link is never written through", () => {
  const file = path();
  const elsewhere = path();
  writeFileSync(elsewhere, "mine");
  symlinkSync(elsewhere, file);
  writeSingleFile(file, "ours");
  expect([readFileSync(elsewhere, "utf8"), readFileSync(file, "utf8")]).toEqual(["mine", "ours"]);
});

it("that it can't be written is said in a line", () => {
  const file = join(path(), "in", "nothing");
  expect(() => writeSingleFile(file, "")).toThrow(OutputError);
});
