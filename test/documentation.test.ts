import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settingProblem } from "../generator/settings.js";
import { sdkwright } from "./command.js";
import { output } from "./generated/compilers.js";
import { root } from "./imports.js";

const folder = join(root, "generator/docs");
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

/** The first cells of a page's tables, each once. */
function firstCells(page: string, column = 1): string[] {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  return [...new Set(rows.map((row) => row.split(" | ")[column - 1] ?? ""))];
}

/** What is in code spans of a text, by a pattern. */
function named(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();
}

/** The options in the help of a command. */
async function optionsOf(command: string): Promise<string[]> {
  const { stdout } = await sdkwright(root, [command, "--help"]);
  const options = [...stdout.matchAll(/^ {2}(?:-\w, | {4})--([a-z-]+)/gm)].map(
    ([, name = ""]) => name,
  );
  return options.sort();
}

describe("the README", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const blocks = (language: string) =>
    [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].flatMap(([, info, code = ""]) =>
      info === language ? code : [],
    );

  it("fits 150 lines", () => {
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
  });

  it("shows a program that compiles against the emitted package", async () => {
    const scratch = join(root, "node_modules/.cache/readme");
    mkdirSync(scratch, { recursive: true });
    const programs = blocks("ts");
    expect(programs).toHaveLength(1);
    writeFileSync(join(scratch, "readme.ts"), `${programs.join("")}export {};\n`);
    const project = {
      extends: "../../../test/generated/types/tsconfig.json",
      compilerOptions: {
        rootDir: "../../..",
        types: ["node"],
        paths: { "clerk-domains": ["../../../generated/src/index.ts"] },
      },
      include: ["readme.ts"],
    };
    writeFileSync(join(scratch, "tsconfig.json"), JSON.stringify(project));
    expect(await output("node_modules/typescript-7/bin/tsc", "-p", scratch)).toBe("");
  });

  it("quotes code that is emitted", () => {
    const operations = readFileSync(join(root, "generated/src/operations/domains.ts"), "utf8");
    const quotes = blocks("ts emitted");
    expect(quotes).toHaveLength(1);
    for (const quote of quotes) expect(operations).toContain(quote);
  });

  it("names the tarball that npm pack writes", () => {
    const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect([...text.matchAll(/npx \.\/(\S+)/g)].map(([, file]) => file)).toEqual([
      `${name}-${version}.tgz`,
    ]);
  });

  it("links to files of this repository", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("the page about configuration", () => {
  const page = textOf("configuration.md");
  const ofGenerate = page.slice(0, page.indexOf("## In continuous integration"));

  it("has every setting of a file, and no other", () => {
    const told = settingProblem("none", 1)?.split("use one of ")[1]?.split(", ") ?? [];
    const rows = firstCells(page.slice(0, page.indexOf("```json"))).map((cell) =>
      cell.replace(/[|` ]/g, ""),
    );
    expect(rows).toEqual(["$schema", ...told]);
  });

  it("has every option of the command, and no other", async () => {
    expect(named(ofGenerate, /`--([a-z-]+)/g)).toEqual(await optionsOf("generate"));
  });
});

describe("the guide to comparisons", () => {
  it("has every option of the command, and no other", async () => {
    const general = ["help", "version"];
    expect(named(textOf("diff.md"), /`--([a-z-]+)/g)).toEqual(
      (await optionsOf("diff")).filter((name) => !general.includes(name)),
    );
  });
});

describe("the guide", () => {
  const pages = readdirSync(folder).filter((file) => /^(?!README).*\.md$/.test(file));

  it("lists its pages, and its site too", () => {
    const listed = [...textOf("README.md").matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file]) => file);
    expect(listed.sort()).toEqual(pages.sort());
    const site = readFileSync(join(folder, ".vitepress/config.ts"), "utf8");
    expect(pages.filter((file) => !site.includes(`/generator/docs/${file.slice(0, -3)}"`))).toEqual(
      [],
    );
  });
});
