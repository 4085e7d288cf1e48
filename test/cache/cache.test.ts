import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newFolder } from "../../generator/emit/disk/temp-folders.js";
import { digestOf } from "../../generator/files.js";
import { type Run, sdkwright } from "../command.js";
import { startSdkwright } from "../process.js";
import { temporaryFolder } from "../temporary-folder.js";

const files = {
  "pets.yaml": `openapi: 3.1.0
info: { title: Pets, version: 1.2.0 }
paths:
  /pets:
    get: { operationId: listPets, responses: { 6xx: {}, "200": { $ref: "all.yaml#/All" } } }
`,
  "all.yaml": "All: { description: All of them. }\n",
  "overlay.yaml": 'overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions: []\n',
  "sdkwright.json": '{ "input": "pets.yaml", "output": "out", "overlays": ["overlay.yaml"] }\n',
  "out/.sdkwrightignore": "docs/README.md\n",
};

const oddity = `pets.yaml:5:48 warning "6xx" isn't a status and is left out: write a code, a range such as 4XX, or default\n`;
const upToDate: Run = { code: 0, stdout: "out is up to date\n", stderr: oddity };

/** What is there before each test: a folder after a run, and what is remembered of that. */
let folder = "";
let saved = "";
const cache = () => join(folder, "cache/sdkwright");
const inFolder = (path: string) => join(folder, path);

function generate(...args: string[]): Promise<Run> {
  return sdkwright(folder, ["generate", ...args], "", { XDG_CACHE_HOME: inFolder("cache") });
}

/** When each record was written: a run that goes all the way writes its own anew. */
function records(): [name: string, written: bigint][] {
  return readdirSync(cache()).map((name) => [
    name,
    statSync(join(cache(), name), { bigint: true }).mtimeNs,
  ]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sdkwright-"));
  saved = mkdtempSync(join(tmpdir(), "sdkwright-"));
  mkdirSync(inFolder("out"));
  for (const [path, text] of Object.entries(files)) writeFileSync(inFolder(path), text);
  await generate();
  cpSync(folder, saved, { recursive: true, preserveTimestamps: true });
});

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(inFolder(name), { recursive: true });
  cpSync(saved, folder, { recursive: true, preserveTimestamps: true });
});

afterAll(() => {
  for (const path of [folder, saved]) rmSync(path, { recursive: true, force: true });
});

describe("if nothing changed", () => {
  it("a run prints the same as before, including warnings, and writes nothing", async () => {
    const before = records();
    expect(await generate()).toEqual(upToDate);
    expect(records()).toEqual(before);
  });

  it("a check uses the result of the previous run", async () => {
    const before = records();
    expect(await generate("--check")).toEqual(upToDate);
    expect(records()).toEqual(before);
  });

  it.each([[[]], [["--check"]], [["--json"]], [["--json", "--check"]]])(
    "%j prints and exits as without a cache",
    async (args) => {
      await generate(...args);
      const before = records();
      const recalled = await generate(...args);
      expect(records()).toEqual(before);
      expect(recalled).toEqual(await generate("--no-cache", ...args));
    },
  );

  it("the code samples are checked as well", async () => {
    const samples = ["--code-samples", "samples.json"];
    await generate(...samples);
    const before = records();
    await generate(...samples);
    expect(records()).toEqual(before);
    rmSync(inFolder("samples.json"));
    await generate(...samples, "--check");
    expect(readdirSync(folder)).not.toContain("samples.json");
    await generate(...samples);
    expect(readdirSync(folder)).toContain("samples.json");
  });
});

describe("a run generates again", () => {
  it.each<[name: string, change: () => void]>([
    ["the document", () => writeFileSync(inFolder("pets.yaml"), `${files["pets.yaml"]}# Why?\n`)],
    ["a file it refers to", () => writeFileSync(inFolder("all.yaml"), `${files["all.yaml"]}\n`)],
    ["an overlay", () => writeFileSync(inFolder("overlay.yaml"), `${files["overlay.yaml"]}\n`)],
    [
      "the settings",
      () => writeFileSync(inFolder("sdkwright.json"), `${files["sdkwright.json"]}\n`),
    ],
    ["what is kept", () => writeFileSync(inFolder("out/.sdkwrightignore"), "docs/README.md\n\n")],
  ])("where a byte of %s changed", async (_, change) => {
    const before = records();
    change();
    expect(await generate("--check")).toEqual(upToDate);
    expect(records()).not.toEqual(before);
  });

  it.each<[name: string, change: () => void, want: string]>([
    [
      "a byte of the output changed",
      () => writeFileSync(inFolder("out/README.md"), "My own."),
      "different README.md",
    ],
    [
      "a file of the output is gone",
      () => rmSync(inFolder("out/src/client.ts")),
      "missing   src/client.ts",
    ],
    [
      "a file of the output leads elsewhere",
      () => leadElsewhere("out/package.json"),
      "different package.json",
    ],
    ["the list of the output claims more", () => claimMore(), "left over notes.txt"],
    ["a reference leads to a new file", () => referToNew(), "different src/operations/pets.ts"],
    [
      "nothing is kept any longer",
      () => rmSync(inFolder("out/.sdkwrightignore")),
      "missing   docs/README.md",
    ],
  ])("where %s, and a check exits with 3", async (_, change, want) => {
    change();
    const { code, stdout } = await generate("--check");
    expect(code).toBe(3);
    expect(stdout).toContain(`\n  ${want}\n`);
  });

  it("if a link to outside the document's folder replaces a file, even with the same content", async () => {
    const elsewhere = join(temporaryFolder(), "all.yaml");
    renameSync(inFolder("all.yaml"), elsewhere);
    symlinkSync(elsewhere, inFolder("all.yaml"));
    const { code, stderr } = await generate("--check");
    expect(code).toBe(1);
    expect(stderr).toContain("this is outside the document's folder");
  });

  it("if the output folder is a link", async () => {
    renameSync(inFolder("out"), inFolder("real"));
    symlinkSync("real", inFolder("out"));
    expect(await generate()).toMatchObject({ code: 1, stderr: /is a symbolic link/ });
  });

  it("if a killed run left something next to the output", async () => {
    const left = newFolder(inFolder("out"));
    expect(await generate()).toEqual(upToDate);
    expect(existsSync(left)).toBe(false);
  });

  it("if the record is damaged, belongs to another run, or anyone may write it", async () => {
    const [name = ""] = readdirSync(cache());
    const record = join(cache(), name);
    const text = readFileSync(record, "utf8");
    const damages = [
      () => writeFileSync(record, text.slice(0, 1000)),
      () => writeFileSync(record, text.replace('"severity":"warning"', '"severity":"error"')),
      () => writeFileSync(record, ""),
      () => chmodSync(record, 0o666),
    ];
    for (const damage of damages) {
      damage();
      const before = records();
      expect(await generate()).toEqual(upToDate);
      expect(records()).not.toEqual(before);
    }
    await generate("--json");
    const other = readdirSync(cache()).find((found) => found !== name) ?? "";
    cpSync(record, join(cache(), other));
    expect(JSON.parse((await generate("--json")).stdout)).toMatchObject({ output: "out" });
  });

  it("silently if the cache can't be written", async () => {
    rmSync(inFolder("cache"), { recursive: true });
    writeFileSync(inFolder("cache"), "in the way");
    expect(await generate()).toEqual(upToDate);
    expect(await generate("--check")).toEqual(upToDate);
  });

  it("with --no-cache, which reads and writes no record", async () => {
    rmSync(inFolder("cache"), { recursive: true });
    expect(await generate("--no-cache")).toEqual(upToDate);
    expect(readdirSync(folder)).not.toContain("cache");
  });

  it("if it reads standard input, or writes another folder", async () => {
    const before = records();
    const args = ["generate", "-", "--output", "sdk"];
    const environment = { XDG_CACHE_HOME: inFolder("cache") };
    const document = files["pets.yaml"].replace('$ref: "all.yaml#/All"', "description: All.");
    await sdkwright(folder, args, document, environment);
    expect(records()).toEqual(before);
    const { code } = await sdkwright(temporaryFolder(), ["generate", "--check"], "", environment);
    expect(code).toBe(1);
  });
});

it("two runs at once leave one complete record", async () => {
  rmSync(inFolder("cache"), { recursive: true });
  rmSync(inFolder("out/src"), { recursive: true });
  const start = (...args: string[]) =>
    startSdkwright(folder, ["generate", ...args], "", { XDG_CACHE_HOME: inFolder("cache") });
  const runs = await Promise.all([start(), start(), start("--check")]);
  expect(runs.map(({ stderr }) => stderr)).toEqual([oddity, oddity, oddity]);
  const before = records();
  expect(before).toHaveLength(1);
  expect(await generate("--check")).toEqual(upToDate);
  expect(records()).toEqual(before);
});

it("only the newest records are kept", async () => {
  for (let number = 0; number < 120; number += 1)
    writeFileSync(join(cache(), `${String(number).padStart(43, "0")}.json`), "");
  await generate("--json");
  expect(readdirSync(cache())).toHaveLength(100);
  const before = records();
  await generate("--json");
  expect(records()).toEqual(before);
});

function leadElsewhere(path: string): void {
  writeFileSync(inFolder("other.json"), "{}");
  rmSync(inFolder(path));
  symlinkSync(inFolder("other.json"), inFolder(path));
}

function claimMore(): void {
  writeFileSync(inFolder("out/notes.txt"), "Mine.");
  const manifest = inFolder("out/.sdkwright.json");
  const text = readFileSync(manifest, "utf8");
  writeFileSync(
    manifest,
    text.replace('"package.json"', `"notes.txt": "${digestOf("Mine.")}", "package.json"`),
  );
}

function referToNew(): void {
  writeFileSync(
    inFolder("new.yaml"),
    "All: { description: Newer., content: { text/plain: {} } }\n",
  );
  writeFileSync(inFolder("pets.yaml"), files["pets.yaml"].replace("all.yaml", "new.yaml"));
}
