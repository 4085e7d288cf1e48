import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readRegularFile } from "../generator/files.js";
import { temporaryFolder } from "./temporary-folder.js";

const path = (name: string) => join(temporaryFolder(), name);

it("reads a regular file", () => {
  const file = path("a");
  writeFileSync(file, "text");
  expect(String(readRegularFile(file))).toBe("text");
});

it.each<[kind: string, make: (file: string) => void]>([
  ["link", (file) => symlinkSync("/dev/zero", file)],
  ["pipe, for which it doesn't wait", (file) => execFileSync("mkfifo", [file])],
  ["folder", (file) => mkdirSync(file)],
  [
    "file of more than 100 MB",
    (file) => {
      writeFileSync(file, "");
      truncateSync(file, 100_000_001);
    },
  ],
])("reads no %s", (_, make) => {
  const file = path("a");
  make(file);
  expect(readRegularFile(file)).toBeNull();
});

it("throws if there is no file", () => {
  expect(() => readRegularFile(path("gone"))).toThrow("ENOENT");
});
