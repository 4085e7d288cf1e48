import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { configure, type Flags } from "../generator/config.js";
import { noChanges } from "../generator/read/source.js";
import { temporaryFolder } from "./temporary-folder.js";

const nothing: Flags = {
  input: undefined,
  output: undefined,
  config: undefined,
  packageName: undefined,
  className: undefined,
};

/** A configuration file with this text. */
function fileWith(text: string, name = "sdkwright.json"): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

const features = {
  fetchClient: false,
  msw: false,
  docsInPackage: false,
  changelog: true,
  site: {},
};
const noNaming = { packageName: undefined, className: undefined, version: undefined };

describe("without a configuration file", () => {
  it("a document is enough", async () => {
    expect(await configure({ ...nothing, input: "pets.yaml" })).toEqual({
      ok: true,
      options: {
        input: "pets.yaml",
        output: "generated",
        naming: noNaming,
        inputOptions: noChanges,
        features,
        modelSettings: {},
      },
    });
  });

  it("flags set the options", async () => {
    const flags = {
      ...nothing,
      input: "https://a.example/pets.yaml",
      output: "out",
      packageName: "pets",
      className: "Pets",
    };
    expect(await configure(flags)).toEqual({
      ok: true,
      options: {
        input: "https://a.example/pets.yaml",
        output: "out",
        naming: { packageName: "pets", className: "Pets", version: undefined },
        inputOptions: noChanges,
        features,
        modelSettings: {},
      },
    });
  });

  it.each<[flag: "short" | "full" | undefined, file: string, want: string | undefined]>([
    ["full", '{ "input": "a.yaml", "methodNames": "short" }', "full"],
    [undefined, '{ "input": "a.yaml", "methodNames": "full" }', "full"],
    [undefined, '{ "input": "a.yaml" }', undefined],
  ])("the flag --method-names %s comes before %s", async (methodNames, file, want) => {
    expect(await configure({ ...nothing, config: fileWith(file), methodNames })).toMatchObject({
      options: { naming: { methodNames: want } },
    });
  });

  it("it isn't supported, even where there is one", async () => {
    // The tests run in the folder of this project, which has one.
    expect(await configure({ ...nothing, input: "-" })).toEqual({
      ok: true,
      options: {
        input: "-",
        output: "generated",
        naming: noNaming,
        inputOptions: noChanges,
        features,
        modelSettings: {},
      },
    });
  });

  it("and without a document there is nothing to do", async () => {
    const config = join(temporaryFolder(), "none.json");
    expect(await configure({ ...nothing, config })).toEqual({
      ok: false,
      problems: [
        {
          file: config,
          line: 1,
          column: 1,
          severity: "error",
          pointer: "",
          message: "there is no such file: check the path",
        },
      ],
    });
  });
});

const full = {
  $schema: "https://a.example/schema.json",
  input: "spec/pets.yaml",
  output: "sdk",
  packageName: "@pets/sdk",
  packageVersion: "1.2.3-rc.1",
  className: "Pets",
};

describe("a configuration file", () => {
  it("may list several documents, which one on the command line replaces", async () => {
    const config = fileWith(JSON.stringify({ input: ["a.yaml", "b.yaml"] }));
    expect(await configure({ ...nothing, config })).toMatchObject({
      options: {
        input: join(config, "../a.yaml"),
        inputOptions: { moreInputs: [join(config, "../b.yaml")] },
      },
    });
    expect(await configure({ ...nothing, config, input: "c.yaml" })).toMatchObject({
      options: { input: "c.yaml", inputOptions: noChanges },
    });
  });

  it("sets what flags don't, with paths relative to it", async () => {
    const config = fileWith(JSON.stringify(full));
    expect(await configure({ ...nothing, config })).toEqual({
      ok: true,
      options: {
        input: join(config, "../spec/pets.yaml"),
        output: join(config, "../sdk"),
        naming: { packageName: "@pets/sdk", className: "Pets", version: "1.2.3-rc.1" },
        inputOptions: noChanges,
        features,
        modelSettings: {},
      },
    });
  });

  it("may be YAML", async () => {
    const config = fileWith("input: pets.yaml\nclassName: Pets\n", "pets.config.yaml");
    expect(await configure({ ...nothing, config })).toMatchObject({
      ok: true,
      options: { input: join(config, "../pets.yaml"), naming: { className: "Pets" } },
    });
  });

  it("is overridden by flags, whose paths are relative to the current folder", async () => {
    const config = fileWith(JSON.stringify(full));
    const flags = { config, input: "a.yaml", output: "b", packageName: "c", className: "D" };
    expect(await configure(flags)).toEqual({
      ok: true,
      options: {
        input: "a.yaml",
        output: "b",
        naming: { packageName: "c", className: "D", version: "1.2.3-rc.1" },
        inputOptions: noChanges,
        features,
        modelSettings: {},
      },
    });
  });

  it("overrides the defaults", async () => {
    const config = fileWith('{ "input": "a.yaml" }');
    expect(await configure({ ...nothing, config })).toMatchObject({
      options: { output: "generated", naming: noNaming, inputOptions: noChanges, features },
    });
  });

  it.each(["https://a.example/pets.yaml", "-", "/spec/pets.yaml"])(
    "may name a document that is nowhere near: %s",
    async (input) => {
      const config = fileWith(JSON.stringify({ input, output: "/tmp/sdk" }));
      expect(await configure({ ...nothing, config })).toMatchObject({
        options: { input, output: "/tmp/sdk" },
      });
    },
  );

  it("needs no document if a flag names one", async () => {
    const config = fileWith('{ "output": "sdk" }');
    expect(await configure({ ...nothing, config, input: "a.yaml" })).toMatchObject({
      options: { input: "a.yaml", output: join(config, "../sdk") },
    });
  });
});

interface Mistake {
  readonly given: string;
  readonly want: readonly string[];
}

describe("an invalid configuration file is reported with the position", () => {
  it.each<[name: string, row: Mistake]>([
    [
      "a setting that there isn't",
      {
        given: '{\n  "input": "a.yaml",\n  "outptu": "b"\n}',
        want: ['3:3 error unknown setting "outptu"; did you mean "output"?'],
      },
    ],
    [
      "a setting that every object has",
      {
        given: '{ "input": "a.yaml", "constructor": "b" }',
        want: [
          '1:22 error unknown setting "constructor"; use one of input, output, packageName, packageVersion, package, className, methodNames, overlays, include, exclude, allowRefsFrom, allowRemoteRefs, fetchClient, msw, pagination, streaming, webhooks, moduleFormats, docsInPackage, changelog, site',
        ],
      },
    ],
    [
      "settings of the wrong type, all of them",
      {
        given: "input: 5\noutput: [a]\nclassName: null\n",
        want: [
          "1:1 error input should be the path or URL of an OpenAPI document, or a list of them, not 5",
          '2:1 error output should be the path of a folder, not ["a"]',
          "3:1 error className should be a name such as Clerk, not null",
        ],
      },
    ],
    [
      "settings that are unfit",
      {
        given:
          '{ "input": "",\n"packageName": "My Package",\n"packageVersion": "1.2",\n"className": "my-class" }',
        want: [
          '1:3 error input should be the path or URL of an OpenAPI document, or a list of them, not ""',
          '2:1 error packageName should be an npm package name, not "My Package"',
          '3:1 error packageVersion should be a version such as 1.2.0, not "1.2"',
          '4:1 error className should be a name such as Clerk, not "my-class"',
        ],
      },
    ],
    [
      "no document",
      {
        given: '{ "output": "b" }',
        want: ["1:1 error no input document: add `input` or name one on the command line"],
      },
    ],
  ])("%s", async (_, { given, want }) => {
    const config = fileWith(given);
    const configured = await configure({ ...nothing, config });
    if (configured.ok) throw new Error("it was taken");
    const { problems } = configured;
    expect(
      problems.map((each) => `${each.line}:${each.column} ${each.severity} ${each.message}`),
    ).toEqual(want);
    expect(problems.map(({ file }) => file)).toEqual(want.map(() => config));
  });

  it.each([
    ["text that is broken", '{ "input": "a.yaml",\n  "output" }'],
    ["a list", "[]"],
    ["nothing", ""],
  ])("%s", async (_, text) => {
    const config = fileWith(text);
    expect(await configure({ ...nothing, config })).toMatchObject({
      ok: false,
      problems: [{ file: config, severity: "error" }],
    });
  });
});

describe("what is applied to the document", () => {
  it("is set by flags", async () => {
    const flags = {
      ...nothing,
      input: "pets.yaml",
      overlay: ["a.overlay.yaml", "b.overlay.yaml"],
      include: ["tag:Pets"],
      exclude: ["deprecated"],
      allowRefsFrom: ["../shared"],
      allowRemoteRefs: ["specs.example.com"],
    };
    expect(await configure(flags)).toMatchObject({
      ok: true,
      options: {
        inputOptions: {
          overlays: ["a.overlay.yaml", "b.overlay.yaml"],
          allowedRefs: { folders: ["../shared"], hosts: ["specs.example.com"] },
          filters: { include: [{ text: "tag:Pets" }], exclude: [{ text: "deprecated" }] },
        },
      },
    });
  });

  it("is set by the configuration file, whose paths are relative to it", async () => {
    const config = fileWith(
      JSON.stringify({
        input: "pets.yaml",
        overlays: ["a.yaml", "https://a.example/b.yaml"],
        include: ["path:/pets/**"],
        allowRefsFrom: ["shared"],
        allowRemoteRefs: true,
      }),
    );
    expect(await configure({ ...nothing, config })).toMatchObject({
      ok: true,
      options: {
        inputOptions: {
          overlays: [join(dirname(config), "a.yaml"), "https://a.example/b.yaml"],
          allowedRefs: { folders: [join(dirname(config), "shared")], hosts: null },
          filters: { include: [{ text: "path:/pets/**" }], exclude: [] },
        },
      },
    });
  });

  it("allows every host with a flag that names none", async () => {
    const flags = { ...nothing, input: "pets.yaml", allowRemoteRefs: [] };
    expect(await configure(flags)).toMatchObject({
      options: { inputOptions: { allowedRefs: { hosts: null } } },
    });
  });
});
