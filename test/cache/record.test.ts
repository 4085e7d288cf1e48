import {
  chmodSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunRecord, recordOf, recordPath, recordText } from "../../generator/cache/record.js";
import { temporaryFolder } from "../temporary-folder.js";

const record: RunRecord = {
  key: "a",
  files: [],
  links: [],
  folder: "/out",
  report: { problems: [], output: "out", difference: null },
  json: false,
};

let cache = "";
let folder = "";
let path = "";

beforeEach(() => {
  cache = temporaryFolder();
  folder = join(cache, "sdkwright");
  path = recordPath(folder, "a");
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(path, recordText(record), { mode: 0o600 });
});

afterEach(() => vi.restoreAllMocks());

it("a record of this user's is read", () => {
  expect(recordOf("a", { XDG_CACHE_HOME: cache })).toEqual(record);
});

describe("a record is not used", () => {
  it.each<[why: string, change: () => unknown]>([
    ["of another user", () => vi.spyOn(process, "getuid").mockReturnValue(statSync(path).uid + 1)],
    ["that others may write", () => chmodSync(path, 0o622)],
    ["in a folder that others may write to", () => chmodSync(folder, 0o722)],
    ["in a folder that a group may write to", () => chmodSync(folder, 0o770)],
    [
      "that is a link to another file, as of a clone",
      () => {
        renameSync(path, join(cache, "forged.json"));
        symlinkSync("../forged.json", path);
      },
    ],
    [
      "that another name leads to as well",
      () => {
        linkSync(path, join(cache, "forged.json"));
      },
    ],
    [
      "in a folder that a link leads to",
      () => {
        renameSync(folder, join(cache, "elsewhere"));
        symlinkSync("elsewhere", folder);
      },
    ],
    ["that is a folder", () => [rmSync(path), mkdirSync(path)]],
  ])("%s", (_, change) => {
    change();
    expect(recordOf("a", { XDG_CACHE_HOME: cache })).toBeNull();
  });
});
