import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { root } from "./imports.js";
import { temporaryFolder } from "./temporary-folder.js";

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

function json(path: string): Record<string, unknown> {
  // The files are those of this project.
  return JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, unknown>;
}

// The shape of a lock file of version 3.
const lock = json("package-lock.json") as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

describe("what is installed", () => {
  it("is sdkwright alone, where users install it", () => {
    expect(json("package.json")["dependencies"]).toBeUndefined();
  });

  it("runs nothing while it is installed, where users install it", () => {
    const { scripts } = json("package.json");
    expect(Object.keys(scripts as object).filter((name) => /install|^prepare$/.test(name))).toEqual(
      ["docs:install"],
    );
  });

  it("runs nothing but the tests' own while it is installed here", () => {
    // Optional, for macOS alone: it watches files there, and its script builds nothing elsewhere.
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.filter(([path]) => path !== "node_modules/fsevents")).toEqual([]);
  });

  it("is pinned by its hash", () => {
    expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it("has an exact version", () => {
    const versions = Object.values(json("package.json")["devDependencies"] as object);
    expect(
      versions.filter((version) => !/^(npm:\w+@)?\d+\.\d+\.\d+$/.test(String(version))),
    ).toEqual([]);
  });

  it("is justified in CONTRIBUTING, where sdkwright contains it", () => {
    const [, table = ""] = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").split(
      "## Dependencies",
    );
    const reasons = table
      .split("\n")
      .flatMap((line) => /^\| ([^|]+) \| [^|]+ \|$/.exec(line)?.[1] ?? []);
    const justified = reasons.flatMap((names) => names.split(", "));
    expect(justified.slice(1, 5)).toEqual(["ignore", "yargs", "js-yaml", "json-p3"]);
  });
});

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

describe("the workflow that publishes the reference", () => {
  const text = readFileSync(join(root, "templates/site/workflow.yml"), "utf8");
  // The shape of a workflow of GitHub Actions.
  const { permissions, jobs } = load(text) as { permissions: object; jobs: Record<string, Job> };

  it("installs and builds without a right to publish, and publishes without installing", () => {
    expect(permissions).toEqual({});
    expect(jobs["build"]?.permissions).toEqual({ contents: "read", pages: "read" });
    expect(jobs["deploy"]?.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(jobs["deploy"]?.steps.filter(({ run }) => run !== undefined)).toEqual([]);
    expect(Object.keys(jobs)).toEqual(["build", "deploy"]);
  });

  it("pins actions to the digest of their commit", () => {
    const uses = Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => step.uses ?? []),
    );
    expect(uses).toHaveLength(5);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });
});

describe("the workflow that publishes the package", () => {
  const text = readFileSync(join(root, "templates/package/release.yml"), "utf8");
  // The shape of a workflow of GitHub Actions.
  const { permissions, jobs } = load(text) as { permissions: object; jobs: Record<string, Job> };
  const steps = (job: string) => jobs[job]?.steps ?? [];

  it("builds without a right to publish, and publishes without installing or a token", () => {
    expect(permissions).toEqual({});
    expect(Object.keys(jobs)).toEqual(["build", "publish"]);
    expect(jobs["build"]?.permissions).toEqual({ contents: "read" });
    expect(jobs["publish"]?.permissions).toEqual({ "id-token": "write" });
    expect(text).not.toMatch(/secrets|TOKEN/);
  });

  it("runs no script of a package, publishes with provenance, and pins its actions", () => {
    expect(steps("build").flatMap(({ run }) => run ?? [])).toEqual([
      expect.stringContaining("package.json"),
      "npm install --ignore-scripts",
      'npm pack --pack-destination "$RUNNER_TEMP"',
    ]);
    expect(steps("publish").flatMap(({ run }) => run ?? [])).toEqual([
      "npm publish ./*.tgz --ignore-scripts --provenance --access public",
    ]);
    const uses = Object.keys(jobs)
      .flatMap(steps)
      .flatMap((step) => step.uses ?? []);
    expect(uses).toHaveLength(5);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });

  it("inserts no value of an event into a script", () => {
    const scripts = Object.keys(jobs)
      .flatMap(steps)
      .flatMap(({ run }) => run ?? []);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  it.each([
    ["v1.2.0", 0, ""],
    ["1.2.0", 0, ""],
    [
      "v1.3.0",
      1,
      "::error::The release should have the tag v1.2.0, the version in package.json.\n",
    ],
    ['v1.2.0"; echo "$HOME', 1, expect.stringContaining("::error::")],
  ])("takes the tag %j only if it is the package's version", (tag, status, stdout) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "package.json"), '{ "version": "1.2.0" }');
    const [check = ""] = steps("build").flatMap(({ run }) => run ?? []);
    const env = { ...process.env, GITHUB_REF_NAME: tag };
    const ran = spawnSync("bash", ["-e", "-c", check], { cwd: folder, env, encoding: "utf8" });
    expect(ran).toMatchObject({ status, stdout, stderr: "" });
  });
});
