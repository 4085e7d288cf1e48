import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { watch } from "../../generator/command/watch.js";
import { noteFile } from "../../generator/file-reads.js";
import { temporaryFolder } from "../temporary-folder.js";

it("runs again when a file becomes a link to itself", async () => {
  const file = join(temporaryFolder(), "api.yaml");
  writeFileSync(file, "a: 1\n");
  const changed: string[] = [];
  let runs = 0;
  const task = async () => {
    runs += 1;
    if (runs === 2) throw new Error("the end");
    noteFile(file);
    rmSync(file);
    symlinkSync(file, file);
  };
  await expect(watch(task, (path) => changed.push(path))).rejects.toThrow("the end");
  expect(changed).toEqual([file]);
});
