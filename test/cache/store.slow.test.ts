import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../imports.js";
import { startSdkwright } from "../process.js";
import { temporaryFolder } from "../temporary-folder.js";

const pets = `openapi: 3.1.0
info: { title: Pets, version: 1.2.0 }
paths:
  /pets: { get: { operationId: listPets, responses: { "200": { description: All. } } } }
`;

it("a run generates again if sdkwright is another version", async () => {
  const folder = temporaryFolder();
  const program = join(folder, "program");
  mkdirSync(program);
  for (const part of ["dist", "templates", "package.json"]) {
    cpSync(join(root, part), join(program, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(program, "node_modules"));
  writeFileSync(join(folder, "pets.yaml"), pets);
  const environment = { XDG_CACHE_HOME: join(folder, "cache") };
  const args = ["generate", "pets.yaml", "--output", "out"];
  const run = (from: string, ...more: string[]) =>
    startSdkwright(folder, [...args, ...more], "", environment, from);
  const records = () =>
    readdirSync(join(folder, "cache/sdkwright")).map((name) => {
      const { mtimeNs } = statSync(join(folder, "cache/sdkwright", name), { bigint: true });
      return [name, mtimeNs];
    });
  const upToDate = { code: 0, stdout: "out is up to date\n", stderr: "" };
  await run(root);
  await run(program, "--check");
  const first = records();
  expect(first).toHaveLength(2);
  expect(await run(program, "--check")).toEqual(upToDate);
  expect(records()).toEqual(first);
  const parts = ["dist/plan/names/words.js", "templates/docs/guide-errors.hbs", "package.json"];
  for (const part of parts) {
    const before = records();
    const path = join(program, part);
    writeFileSync(path, readFileSync(path, "utf8").replace(/\n$/, "\n\n"));
    await run(program, "--check");
    expect(records(), part).not.toEqual(before);
  }
});
