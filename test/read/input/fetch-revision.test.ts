import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import {
  commandFile,
  inputKind,
  isRevision,
} from "../../../generator/read/input/fetch-revision.js";
import { sdkwright } from "../../command.js";
import { temporaryFolder } from "../../temporary-folder.js";

afterEach(() => void vi.unstubAllEnvs());

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

const files = new Set([
  "C:\\Program Files\\Git\\cmd\\git.exe",
  "C:\\clone\\git.exe",
  "git.exe",
  "tools\\git.exe",
  "/usr/bin/git",
  "git",
  "bin/git",
]);

it.each([
  ["win32", "C:\\Windows;C:\\Program Files\\Git\\cmd", "C:\\Program Files\\Git\\cmd\\git.exe"],
  ["win32", '"C:\\Program Files\\Git\\cmd"', "C:\\Program Files\\Git\\cmd\\git.exe"],
  ["win32", ".;;tools;C:\\Program Files\\Git\\cmd", "C:\\Program Files\\Git\\cmd\\git.exe"],
  ["win32", "C:\\Windows", null],
  ["win32", "", null],
  ["linux", "/usr/local/bin:/usr/bin", "/usr/bin/git"],
  ["linux", ".::bin:/usr/bin", "/usr/bin/git"],
  ["darwin", "bin", null],
] as const)("on %s with the PATH %s, git is %s", (platform, path, want) => {
  expect(commandFile("git", path, platform, (file) => files.has(file))).toBe(want);
});

it("runs no git of a folder that PATH names by a relative path", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "git"), "#!/bin/sh\ntouch ran\n", { mode: 0o755 });
  const { PATH = "" } = process.env;
  vi.stubEnv("PATH", `.:${PATH}`);
  await sdkwright(folder, ["diff", "HEAD:api.yaml", "api.yaml"]);
  expect(existsSync(join(folder, "ran"))).toBe(false);
});

it("runs no command in the settings of a repository, which git would to fetch a missing file", async () => {
  const folder = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
  git("init", "-q");
  writeFileSync(join(folder, "api.yaml"), "openapi: 3.1.0");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "Begin");
  const blob = git("rev-parse", "HEAD:api.yaml");
  rmSync(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  git("config", "core.repositoryFormatVersion", "1");
  git("config", "extensions.partialClone", "origin");
  appendFileSync(
    join(folder, ".git/config"),
    `[remote "origin"]
  url = ext::touch ran
  promisor = true
[protocol "ext"]
  allow = always
`,
  );
  const { code, stderr } = await sdkwright(folder, ["diff", "HEAD:api.yaml", "api.yaml"]);
  expect(existsSync(join(folder, "ran"))).toBe(false);
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining("this partial clone doesn't have the file"),
  ]);
});
