import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { root } from "../imports.js";

const folder = join(root, "generator/action");

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

describe("the GitHub Action", () => {
  // The shape of a composite action.
  const { inputs, runs } = load(readFileSync(join(folder, "action.yml"), "utf8")) as Action;
  const scripts = runs.steps.map(({ run }) => /^node "\$GITHUB_ACTION_PATH\/([\w.]+)"$/.exec(run));

  it("runs scripts of its folder, and inserts no value into a command", () => {
    expect(runs.using).toBe("composite");
    expect(scripts.map((found) => found?.[1])).toEqual(["run.mjs", "report.mjs"]);
    for (const found of scripts) expect(existsSync(join(folder, found?.[1] ?? ""))).toBe(true);
  });

  it("passes each input to a script that reads it", () => {
    const variables = runs.steps.flatMap(({ env }) => Object.entries(env));
    const passed = variables.flatMap(([, value]) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    expect(passed.sort()).toEqual(Object.keys(inputs).sort());
    for (const [index, { env }] of runs.steps.entries()) {
      const script = readFileSync(join(folder, scripts[index]?.[1] ?? ""), "utf8");
      const read = [...script.matchAll(/^ {2}(SDKWRIGHT_\w+):/gm)].map(([, name]) => name);
      expect(Object.keys(env).sort()).toEqual(read.sort());
    }
  });

  it("has every input on its page", () => {
    const page = readFileSync(join(root, "generator/docs/action.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(Object.keys(inputs));
  });
});
