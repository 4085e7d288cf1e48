import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";

const fixtures = readdirSync(join(root, "test/fixtures")).filter((name) => /\.yaml$/.test(name));

it.each(fixtures)("%s: a cached result is the same as a new one", async (fixture) => {
  const folder = temporaryFolder();
  const generate = (...args: string[]) =>
    sdkwright(
      folder,
      ["generate", join(root, "test/fixtures", fixture), "--output", "sdk", ...args],
      "",
      { XDG_CACHE_HOME: join(folder, "cache") },
    );
  expect((await generate()).code).toBe(0);
  expect(readdirSync(join(folder, "cache/sdkwright"))).toHaveLength(1);
  const anew = await generate("--no-cache");
  expect(anew.stdout).toBe("sdk is up to date\n");
  expect(await generate()).toEqual(anew);
  expect(await generate("--check")).toEqual(anew);
});
