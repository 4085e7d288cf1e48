import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./imports.js";

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
  it("runs nothing while it is installed, where users install it", () => {
    const scripted = packages.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev);
    expect(scripted).toEqual([]);
  });

  it("runs nothing but the tests' own while it is installed here", () => {
    // Optional, for macOS alone: it watches files there, and its script builds nothing elsewhere.
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.filter(([path]) => path !== "node_modules/fsevents")).toEqual([]);
  });

  it("is held to its hash", () => {
    expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it("has an exact version", () => {
    const { dependencies, devDependencies } = json("package.json");
    const versions = Object.values({ ...(dependencies as object), ...(devDependencies as object) });
    expect(
      versions.filter((version) => !/^(npm:\w+@)?\d+\.\d+\.\d+$/.test(String(version))),
    ).toEqual([]);
  });

  it("is justified in CONTRIBUTING, where users install it", () => {
    const [, table = ""] = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").split(
      "## Dependencies",
    );
    const reasons = table
      .split("\n")
      .flatMap((line) => /^\| ([^|]+) \| [^|]+ \|$/.exec(line)?.[1] ?? []);
    const justified = reasons.flatMap((names) => names.split(", "));
    const { dependencies } = json("package.json");
    expect(justified).toEqual(expect.arrayContaining(Object.keys(dependencies as object)));
  });
});
