import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inputKind, isRevision } from "../../../generator/read/input/fetch-revision.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("is a file on the disk if one has that name", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "sdk"));
  writeFileSync(join(folder, "HEAD:a.yaml"), "");
  expect(await inputKind(join(folder, "sdk"))).toBe("folder");
  expect(await inputKind(join(folder, "HEAD:a.yaml"))).toBe("document");
  expect(await inputKind(join(folder, "missing.yaml"))).toBe("document");
});

it.each([
  ["HEAD:spec/api.yaml", true],
  ["v1.2.0:./api.yaml", true],
  ["HEAD~2:generated", true],
  ["origin/main:api.yaml", true],
  ["-c:api.yaml", false],
  ["C:api.yaml", false],
  ["https://example.com/api.yaml", false],
  ["http://localhost:8080/api.yaml", false],
  ["api.yaml", false],
  ["-", false],
])("takes %s for a revision: %s", (input, want) => {
  expect(isRevision(input)).toBe(want);
});
