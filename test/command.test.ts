import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdkwright } from "./command.js";
import { root } from "./imports.js";
import { folderWith, pets } from "./pets.js";
import { temporaryFolder } from "./temporary-folder.js";

/** Usable, but odd. */
const odd = pets.replace('"200"', "6xx: {}, 200");
const oddity = `pets.yaml:7:20 warning "6xx" isn't a status and is left out: write a code, a range such as 4XX, or default\n`;

let written = "";

beforeAll(async () => {
  written = mkdtempSync(join(tmpdir(), "sdkwright-"));
  writeFileSync(join(written, "pets.yaml"), pets);
  await sdkwright(written, ["generate", "pets.yaml"]);
});

afterAll(() => rmSync(written, { recursive: true, force: true }));

/** A folder with a document in it, and with what was made of it. */
function folderAsWritten(): string {
  const folder = temporaryFolder();
  cpSync(written, folder, { recursive: true });
  return folder;
}

/** Every file below a folder, with its text. */
function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path, readFileSync(path, "utf8")]));
}

describe("sdkwright generate", () => {
  it("writes a package, and prints only that", async () => {
    const folder = folderWith();
    const { code, stdout, stderr } = await sdkwright(folder, [
      "generate",
      "pets.yaml",
      "--output",
      "sdk",
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^sdk was written: \d+ added, 0 changed, 0 removed\nnext: cd sdk && npm install && npm run build\n$/,
    );
    expect(stderr).toBe("");
    expect(readFileSync(join(folder, "sdk/src/client.ts"), "utf8")).toContain("class Pets ");
    expect(readdirSync(folder).sort()).toEqual(["pets.yaml", "sdk"]);
  });

  it("writes to the folder `generated` by default", async () => {
    const folder = folderWith();
    expect((await sdkwright(folder, ["generate", "pets.yaml"])).code).toBe(0);
    expect(existsSync(join(folder, "generated/package.json"))).toBe(true);
  });

  it("writes the pages' programs as an overlay with --code-samples", async () => {
    const folder = folderWith();
    const samples = ["--code-samples", "samples.json"];
    expect((await sdkwright(folder, ["generate", "pets.yaml", ...samples])).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "samples.json"), "utf8"))).toMatchObject({
      overlay: "1.0.0",
      actions: [
        {
          target: "$.paths['/pets'].get",
          update: { "x-codeSamples": [{ label: "SDK" }, { label: "Function" }] },
        },
      ],
    });
  });

  it("writes nothing if nothing changed", async () => {
    const folder = folderAsWritten();
    const { code, stdout } = await sdkwright(folder, ["generate", "pets.yaml"]);
    expect([code, stdout]).toEqual([0, "generated is up to date\n"]);
  });

  it("uses the names of the options", async () => {
    const folder = folderWith();
    const names = ["--package-name", "@a/zoo", "--class-name", "Zoo"];
    expect((await sdkwright(folder, ["generate", "pets.yaml", ...names])).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "generated/package.json"), "utf8"))).toMatchObject({
      name: "@a/zoo",
    });
    expect(readFileSync(join(folder, "generated/src/client.ts"), "utf8")).toContain("class Zoo ");
  });

  it("reads standard input", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await sdkwright(folder, ["generate", "-", "--output", "sdk"], pets);
    expect([code, stderr]).toEqual([0, ""]);
    expect(existsSync(join(folder, "sdk/src/client.ts"))).toBe(true);
  });

  it("reports the position of a problem in standard input", async () => {
    const { code, stderr } = await sdkwright(
      temporaryFolder(),
      ["generate", "-"],
      "openapi: 3.1.0\n",
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^<stdin>:1:1 error `info` is missing/);
  });

  it("applies a configuration file from any folder", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "sdkwright.json"), '{ "input": "pets.yaml", "output": "sdk" }');
    const elsewhere = temporaryFolder();
    const config = join(folder, "sdkwright.json");
    expect((await sdkwright(elsewhere, ["generate", "--config", config])).code).toBe(0);
    expect((await sdkwright(folder, ["generate", "--check"])).code).toBe(0);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("ignores the configuration file if a document is given", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "sdkwright.json"), "broken: [");
    expect((await sdkwright(folder, ["generate", "pets.yaml"])).code).toBe(0);
  });
});

describe("--check", () => {
  it("finds nothing if the folder is up to date", async () => {
    const folder = folderAsWritten();
    const { code, stdout, stderr } = await sdkwright(folder, ["generate", "pets.yaml", "--check"]);
    expect([code, stdout, stderr]).toEqual([0, "generated is up to date\n", ""]);
  });

  it("lists missing files if nothing was written, and writes nothing", async () => {
    const folder = folderWith();
    const { code, stdout } = await sdkwright(folder, ["generate", "pets.yaml", "--check"]);
    expect(code).toBe(3);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("generated is out of date; run the same command without --check");
    expect(lines).toContain("  missing   package.json");
    expect(lines).toContain("  missing   src/operations/pets.ts");
    expect(readdirSync(folder)).toEqual(["pets.yaml"]);
  });

  it("lists changed, missing and leftover files, and changes nothing", async () => {
    const folder = folderAsWritten();
    writeFileSync(join(folder, "pets.yaml"), pets.replaceAll("pets:", "cats:"));
    writeFileSync(join(folder, "generated/notes.txt"), "mine");
    rmSync(join(folder, "generated/tsconfig.json"));
    const before = filesIn(folder);
    const { code, stdout } = await sdkwright(folder, ["generate", "pets.yaml", "--check"]);
    expect(code).toBe(3);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.filter((line) => /\.json$|src\/(?!runtime)/.test(line))).toEqual([
      "  missing   src/data/cats.ts",
      "  missing   src/operations/cats.ts",
      "  missing   src/resources/cats.ts",
      "  missing   tsconfig.json",
      "  different .sdkwright.json",
      "  different api-report.json",
      "  different docs/manifest.json",
      "  different package.json",
      "  different src/client.ts",
      "  different src/index.ts",
      "  left over src/data/pets.ts",
      "  left over src/operations/pets.ts",
      "  left over src/resources/pets.ts",
    ]);
    expect(stdout).not.toContain("notes.txt");
    expect(filesIn(folder)).toEqual(before);
  });

  it("reports a document that can't be used instead of differences", async () => {
    const folder = folderWith("openapi: 3.1.0\n");
    expect((await sdkwright(folder, ["generate", "pets.yaml", "--check"])).code).toBe(1);
  });
});

interface Bad {
  readonly document: string | null;
  readonly want: RegExp;
}

describe("a document that can't be used", () => {
  it.each<[name: string, row: Bad]>([
    ["is missing", { document: null, want: /^pets\.yaml:1:1 error there is no such file: .+\n$/ }],
    ["is empty", { document: "", want: /^pets\.yaml:1:1 error .+\n$/ }],
    [
      "is no YAML",
      { document: "openapi: 3.1.0\ninfo: { title: [\n", want: /^pets\.yaml:\d+:\d+ error .+\n$/ },
    ],
    ["is no object", { document: "- a\n- b\n", want: /^pets\.yaml:1:1 error .+\n$/ }],
    [
      "is no OpenAPI",
      {
        document: "a: 1\n",
        want: /^pets\.yaml:1:1 error `openapi` is missing.*\n(pets\.yaml:1:1 error .+\n)+$/,
      },
    ],
    [
      "has a reference that leads nowhere",
      {
        document: pets.replace("{ description: All. }", '{ $ref: "#/components/responses/None" }'),
        want: /^pets\.yaml:7:\d+ error .*#\/components\/responses\/None.*\n$/,
      },
    ],
    [
      "has several mistakes",
      {
        document: "openapi: 3.1.0\npaths: []\nservers: {}\n",
        want: /^pets\.yaml:1:1 error .+\npets\.yaml:3:1 error .+\npets\.yaml:2:1 error .+\n$/,
      },
    ],
  ])("where it %s", async (_, { document, want }) => {
    const folder = folderAsWritten();
    if (document === null) rmSync(join(folder, "pets.yaml"));
    else writeFileSync(join(folder, "pets.yaml"), document);
    const before = filesIn(folder);
    const { code, stdout, stderr } = await sdkwright(folder, ["generate", "pets.yaml"]);
    expect(stderr).toMatch(want);
    expect([code, stdout]).toEqual([1, "nothing was written\n"]);
    expect(filesIn(folder)).toEqual(before);
  });

  it("is reported for a setting in the configuration", async () => {
    const folder = folderWith(
      '{\n  "input": "pets.yaml",\n  "outptu": "sdk"\n}\n',
      "sdkwright.json",
    );
    const { code, stdout, stderr } = await sdkwright(folder, ["generate"]);
    expect([code, stdout]).toEqual([1, "nothing was written\n"]);
    expect(stderr).toMatch(
      /^sdkwright\.json:3:3 error unknown setting "outptu"; did you mean "output"\?\n$/,
    );
    expect(readdirSync(folder)).toEqual(["sdkwright.json"]);
  });

  it("is an error if there is no configuration either", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await sdkwright(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "sdkwright.json:1:1 error there is no such file: name a document on the command line, or create the file with sdkwright init\n",
    );
  });
});

describe("a folder that can't be written", () => {
  it.each([
    ["is a file", (path: string) => writeFileSync(path, "mine")],
    [
      "has a folder in the way of a file",
      (path: string) => {
        mkdirSync(join(path, "package.json"), { recursive: true });
        writeFileSync(join(path, "package.json/mine"), "");
      },
    ],
  ])("that %s is reported in one line and left unchanged", async (_, prepare) => {
    const folder = folderWith();
    prepare(join(folder, "sdk"));
    const before = filesIn(folder);
    const { code, stderr } = await sdkwright(folder, ["generate", "pets.yaml", "--output", "sdk"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^sdkwright: .+\n$/);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe("a file that no run wrote", () => {
  it("is replaced only with --force", async () => {
    const folder = folderWith();
    mkdirSync(join(folder, "sdk"));
    writeFileSync(join(folder, "sdk/README.md"), "mine");
    const args = ["generate", "pets.yaml", "--output", "sdk"];
    const { code, stderr } = await sdkwright(folder, args);
    expect([code, stderr]).toEqual([
      1,
      "sdkwright: sdk contains README.md, which sdkwright didn't write: move it away, choose another folder, or overwrite it with --force\n",
    ]);
    expect(readdirSync(join(folder, "sdk"))).toEqual(["README.md"]);
    expect((await sdkwright(folder, [...args, "--force"])).code).toBe(0);
    expect(readFileSync(join(folder, "sdk/README.md"), "utf8")).toContain("\n# Pets API\n");
  });
});

describe("warnings", () => {
  it("are printed, and the package is written", async () => {
    const folder = folderWith(odd);
    const { code, stdout, stderr } = await sdkwright(folder, ["generate", "pets.yaml"]);
    expect(stderr).toBe(oddity);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^generated was written: /);
  });

  it("are errors with --strict", async () => {
    const folder = folderWith(odd);
    const { code, stdout, stderr } = await sdkwright(folder, ["generate", "pets.yaml", "--strict"]);
    expect([code, stdout, stderr]).toEqual([1, "nothing was written\n", oddity]);
    expect(readdirSync(folder)).toEqual(["pets.yaml"]);
  });
});

describe("--json", () => {
  it("prints what was written, and nothing else", async () => {
    const folder = folderWith(odd);
    const { code, stdout, stderr } = await sdkwright(folder, ["generate", "pets.yaml", "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [
        {
          file: "pets.yaml",
          line: 7,
          column: 20,
          severity: "warning",
          pointer: "/paths/~1pets/get/responses/6xx",
        },
      ],
      output: "generated",
      difference: { changed: [], removed: [] },
    });
    expect(stdout).toContain('"src/client.ts"');
  });

  it("prints what differs", async () => {
    const folder = folderAsWritten();
    writeFileSync(join(folder, "generated/tsconfig.json"), "{}");
    const { code, stdout } = await sdkwright(folder, [
      "generate",
      "pets.yaml",
      "--check",
      "--json",
    ]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      problems: [],
      output: "generated",
      difference: { added: [], changed: ["tsconfig.json"], removed: [] },
    });
  });

  it("prints what is wrong", async () => {
    const { code, stdout, stderr } = await sdkwright(temporaryFolder(), [
      "generate",
      "a.yaml",
      "--json",
    ]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ file: "a.yaml", line: 1, column: 1, severity: "error" }],
      difference: null,
    });
  });
});

describe("wrong usage", () => {
  it.each<[name: string, row: { given: string[]; want: string }]>([
    [
      "an unknown option",
      { given: ["generate", "pets.yaml", "--fast"], want: "unknown option --fast;" },
    ],
    [
      "a misspelled option",
      {
        given: ["generate", "pets.yaml", "--ouptut", "sdk"],
        want: "unknown option --ouptut; did you mean --output?",
      },
    ],
    [
      "an unknown short option",
      { given: ["generate", "pets.yaml", "-x"], want: "unknown option -x;" },
    ],
    [
      "a second document",
      { given: ["generate", "pets.yaml", "b.yaml"], want: "unexpected argument b.yaml;" },
    ],
    [
      "an option without its value",
      { given: ["generate", "--output", "--check"], want: "--output needs a value;" },
    ],
    [
      "a short option without its value",
      { given: ["generate", "pets.yaml", "-o"], want: "-o needs a value;" },
    ],
    [
      "a list without its value",
      { given: ["generate", "--overlay", "--check"], want: "--overlay needs a value;" },
    ],
    [
      "a positional as an option",
      { given: ["generate", "pets.yaml", "--input=b.yaml"], want: "unknown option --input;" },
    ],
    [
      "an option that is denied",
      { given: ["generate", "pets.yaml", "--no-check"], want: "unknown option --no-check;" },
    ],
    [
      "a value of an option that takes none",
      { given: ["generate", "pets.yaml", "--check=yes"], want: "--check takes no value;" },
    ],
    [
      "no folder",
      {
        given: ["generate", "pets.yaml", "--output", ""],
        want: "output should be the path of a folder",
      },
    ],
    [
      "two folders",
      {
        given: ["generate", "pets.yaml", "--output", "a", "--output", "b"],
        want: "--output is given twice;",
      },
    ],
    [
      "a package name that npm refuses",
      {
        given: ["generate", "pets.yaml", "--package-name", "My Pets"],
        want: "packageName should be",
      },
    ],
    [
      "a class name that is none",
      { given: ["generate", "pets.yaml", "--class-name", "my-pets"], want: "className should be" },
    ],
  ])("of %s is reported in one line", async (_, { given, want }) => {
    const folder = folderWith();
    const { code, stdout, stderr } = await sdkwright(folder, given);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^sdkwright: .+(; see|\? See) sdkwright generate --help\n$/);
    expect(stderr).toContain(want);
    expect(readdirSync(folder)).toEqual(["pets.yaml"]);
  });
});

describe("wrong usage elsewhere", () => {
  it.each<[given: string[], want: string]>([
    [["emit"], "sdkwright: unknown command emit; see sdkwright --help\n"],
    [
      ["genrate", "pets.yaml"],
      "sdkwright: unknown command genrate; did you mean generate? See sdkwright --help\n",
    ],
    [
      ["--versoin"],
      "sdkwright: unknown option --versoin; did you mean --version? See sdkwright --help\n",
    ],
    [["diff", "a.yaml"], "sdkwright: got 1 of 2 arguments; see sdkwright diff --help\n"],
    [
      ["diff", "a.yaml", "b.yaml", "--format", "html"],
      'sdkwright: --format is "html", not one of "text", "changelog", "comment", "json"; see sdkwright diff --help\n',
    ],
    ...[
      "ftp://localhost/",
      "http://",
      "http://me:secret@localhost/",
      "http:\\\\secret@localhost",
    ].map((to): [string[], string] => [
      ["mock", "a.yaml", "--send", "order.paid", "--to", to],
      "sdkwright: --to should be a URL without a user name and a password: http://…; see sdkwright mock --help\n",
    ]),
  ])("%j", async (given, stderr) => {
    expect(await sdkwright(temporaryFolder(), given)).toEqual({ code: 2, stdout: "", stderr });
  });
});

describe("help", () => {
  it.each([[[]], [["--help"]], [["-h"]]])("%j lists the commands", async (args) => {
    const { code, stdout, stderr } = await sdkwright(temporaryFolder(), args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("\n  sdkwright generate [input]  Generate a TypeScript SDK");
    expect(stdout).toContain("\n  sdkwright diff <old> <new>  Show the changes");
  });

  it.each([
    ["generate", "--help"],
    ["generate", "pets.yaml", "-h", "--unknown"],
  ])("%s %s describes the options of the command", async (...args) => {
    const { code, stdout, stderr } = await sdkwright(temporaryFolder(), args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: sdkwright generate \[input\] \[options\]\n/);
    expect(stdout).toMatch(/^ {2}-o, --output +Output folder +\[string\] \[default: generated\]$/m);
    expect(stdout).toMatch(/^ {6}--strict +Treat warnings as errors +\[boolean\]$/m);
  });

  it.each([
    [
      "generate",
      [
        "  1  the document or the settings are invalid, or the output can't be written",
        "  2  the arguments are invalid",
        "  3  the output folder is out of date (only with --check)",
      ],
    ],
    [
      "mock",
      [
        "  1  the document is invalid, the port can't be used, or the webhook is refused",
        "  2  the arguments are invalid",
      ],
    ],
  ])("%s explains its exit codes", async (command, lines) => {
    const { stdout } = await sdkwright(temporaryFolder(), [command, "--help"]);
    expect(stdout.split("\nExit codes:\n")[1]?.trimEnd().split("\n")).toEqual([
      "  0  success",
      ...lines,
    ]);
  });

  it("fits 100 columns", async () => {
    for (const args of [[], ["generate", "--help"], ["diff", "--help"]]) {
      const { stdout } = await sdkwright(temporaryFolder(), args);
      expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
    }
  });

  it.each([["--version"], ["-v"]])("%s prints the version of sdkwright", async (flag) => {
    const { version }: { version: string } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const folder = temporaryFolder();
    writeFileSync(join(folder, "package.json"), '{ "name": "mine", "version": "9.9.9" }');
    const wanted = { code: 0, stdout: `${version}\n`, stderr: "" };
    expect(await sdkwright(folder, [flag])).toEqual(wanted);
    expect(await sdkwright(folder, ["generate", flag])).toEqual(wanted);
  });
});

describe("options", () => {
  it("accept a short form, an equals sign and a terminator", async () => {
    const folder = folderWith(pets, "-pets.yaml");
    const runs = [
      ["generate", "-o", "a", "--", "-pets.yaml"],
      ["generate", "--output=b", "--", "-pets.yaml"],
      ["generate", "-o=c", "--allow-remote-refs", "--", "-pets.yaml"],
    ];
    for (const args of runs) expect(await sdkwright(folder, args)).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual(["-pets.yaml", "a", "b", "c"]);
  });

  it("may be repeated if they are lists", async () => {
    const folder = folderWith();
    const args = ["generate", "pets.yaml", "--exclude", "path:/pets", "--exclude", "path:/cats"];
    const { code, stderr } = await sdkwright(folder, args);
    expect(code).toBe(1);
    expect(stderr).toContain('no operation matches the filter "path:/cats"');
  });
});

describe("progress", () => {
  const erased = "\r\u001b[K";

  it("is shown on a terminal, and erased at the end", async () => {
    const folder = folderWith();
    const shown = await sdkwright(folder, ["generate", "pets.yaml"], "", {}, { isTerminal: true });
    expect(shown.stderr.split(erased)).toEqual([
      "",
      "reading the document",
      "modeling",
      "rendering files",
      "",
    ]);
    writeFileSync(join(folder, "sdk"), "in the way");
    const args = ["generate", "pets.yaml", "--output", "sdk"];
    const failed = await sdkwright(folder, args, "", {}, { isTerminal: true });
    expect(failed.stderr.split(erased).at(-1)).toMatch(/^sdkwright: .+\n$/);
  });
});

describe("others' text is printed without control sequences for a terminal or commands for a CI", () => {
  const hostile = "::error::a\u001b[31m\n::b ##[add-mask]c\u200b";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
  const commands = /^\s*::|##\[|\u001b|\u200b/m;

  it.each<[where: string, args: readonly string[]]>([
    ["a command", [hostile]],
    ["an option", ["generate", `--${hostile}`]],
    ["a value", ["generate", "api.yaml", "--class-name", hostile]],
    ["a missing file", ["generate", hostile]],
    ["a missing file, as data", ["generate", hostile, "--json"]],
    ["an output folder", ["generate", "api.yaml", "--output", hostile]],
    ["an output folder, as data", ["generate", "api.yaml", "--output", hostile, "--json"]],
    ["sides of a comparison", ["diff", hostile, hostile]],
  ])("as %s", async (_, args) => {
    const folder = temporaryFolder();
    const document = { openapi: "3.1.0", info: { title: hostile, version: "1" }, paths: {} };
    writeFileSync(join(folder, "api.yaml"), JSON.stringify(document));
    const { stdout, stderr } = await sdkwright(folder, args);
    expect(stdout + stderr).not.toBe("");
    expect(stdout).not.toMatch(commands);
    expect(stderr).not.toMatch(commands);
  });
});

it("--code-samples replaces a file that no run wrote only with --force", async () => {
  const folder = folderWith();
  const args = ["generate", "pets.yaml", "--output", "out", "--code-samples", "samples.json"];
  writeFileSync(join(folder, "samples.json"), "mine");
  expect(await sdkwright(folder, args)).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "sdkwright: samples.json is a file that sdkwright didn't write, or that was edited since: move it away, name another one, or replace it with --force\n",
  });
  expect(readFileSync(join(folder, "samples.json"), "utf8")).toBe("mine");
  expect(existsSync(join(folder, "out"))).toBe(false);
  expect(await sdkwright(folder, [...args, "--force"])).toMatchObject({ code: 0 });
  expect(await sdkwright(folder, args)).toMatchObject({ code: 0 });
});
