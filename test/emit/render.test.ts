import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { render, runtimeFiles, withHeaders } from "../../generator/emit/render.js";
import { templateSources } from "../../generator/emit/templates.js";
import type { PlannedFile } from "../../generator/plan/file.js";
import { importsOf, root } from "../imports.js";

const index: PlannedFile = {
  path: "src/index.ts",
  from: "template",
  template: "sdk/index",
  view: {
    class: "Clerk",
    core: "ClerkCore",
    options: "ClerkOptions",
    hasConstants: false,
    hasBinaryResults: false,
    hasBinaryBodies: false,
    hasMultipart: false,
    hasStreams: false,
    hasStreamBodies: false,
    hasPages: false,
    modules: ["pets"],
    resources: ["pets"],
  },
};

describe("a planned file gets its text", () => {
  it("from a template and its view", () => {
    const [file] = render([index]);
    expect(file?.path).toBe("src/index.ts");
    expect(file?.text).toContain('export { Clerk } from "./client.js";\n');
    expect(file?.text).toContain('export { ClerkCore, type ClerkOptions } from "./core.js";\n');
    expect(file?.text).toContain('export * from "./operations/pets.js";\n');
    expect(file?.text).not.toMatch(/\{\{|\n\n\n|[ \t]\n|undefined/);
  });

  it("from files before it", () => {
    const a: PlannedFile = { path: "a.md", from: "text", text: "# a\n" };
    const b: PlannedFile = { path: "b.md", from: "text", text: "# b\n" };
    const both: PlannedFile = { path: "all.txt", from: "joined", paths: ["b.md", "a.md"] };
    expect(render([a, b, both])[2]?.text).toBe("# b\n\n---\n\n# a\n");
  });

  it("from the runtime, byte for byte", () => {
    const planned: PlannedFile = {
      path: "src/runtime/json.ts",
      from: "copy",
      source: "runtime/json.ts",
    };
    const text = readFileSync(join(root, "templates/runtime/json.ts"), "utf8");
    expect(render([planned])).toEqual([{ path: "src/runtime/json.ts", text }]);
  });

  it("from openapi-typescript, which is loaded only then", () => {
    const file: PlannedFile = { path: "src/schema.ts", from: "openapi-typescript", document: {} };
    expect(render([file], () => "export {};\n")).toEqual([
      { path: "src/schema.ts", text: "export {};\n" },
    ]);
    expect(() => render([file])).toThrow("openapi-typescript isn't loaded");
  });

  it("from the plan, if it is complete already", () => {
    const text = `{{#if}} {{{a}}} <b> & "\`$` + "{c}`\n";
    expect(render([{ path: "a.json", from: "text", text }])).toEqual([{ path: "a.json", text }]);
  });

  it("in the order of the plan", () => {
    const planned: PlannedFile[] = ["b", "a"].map((path) => ({ path, from: "text", text: path }));
    expect(render(planned).map(({ path }) => path)).toEqual(["b", "a"]);
  });
});

describe("text of a document", () => {
  it("passes through a template unchanged", () => {
    const text = 'export type A = B["<&\'`{{c}}"];';
    const planned: PlannedFile = {
      path: "src/models.ts",
      from: "template",
      template: "sdk/models",
      view: {
        imports: [],
        models: [{ doc: "a */ {{b}} <c> & d", lines: [{ margin: "", doc: "", text }] }],
        constants: [],
        isEmpty: false,
      },
    };
    expect(render([planned])[0]?.text).toContain(`/** a *\\/ {{b}} <c> & d */\n${text}\n`);
  });
});

describe("an invalid plan is a bug", () => {
  it("if there is no such template", () => {
    const planned = { ...index, template: "sdk/none" } as unknown as PlannedFile;
    expect(() => render([planned])).toThrow("there is no template sdk/none");
  });

  it("if a field is missing in the view", () => {
    const planned = { ...index, view: { modules: [] } } as unknown as PlannedFile;
    expect(() => render([planned])).toThrow(
      'a template asks for "class", which its view doesn\'t have',
    );
  });
});

describe("the templates", () => {
  it("are found by their paths", () => {
    const names = templateSources().map(([name]) => name);
    expect(names).toContain("sdk/index");
    expect(names).toContain("package/tsconfig.json");
    expect(names).toEqual([...new Set(names)]);
  });
});

function reachedBy(...lines: string[]): string[] {
  const files = runtimeFiles([{ path: "src/index.ts", text: `${lines.join("\n")}\n` }]);
  return files.map(({ path }) => path);
}

it("are what the sources import, including types, and their imports in turn", () => {
  expect(reachedBy('export type { Result } from "./runtime/result.js";')).toEqual([
    "src/runtime/result.ts",
  ]);
  expect(reachedBy("import {", "  formStyle,", '} from "../../runtime/style-form.js";')).toEqual([
    "src/runtime/encode.ts",
    "src/runtime/style.ts",
    "src/runtime/style-form.ts",
  ]);
});

it("don't include modules that only a comment names", () => {
  expect(reachedBy("/**", ' * import { binary } from "./runtime/binary.js";', " */")).toEqual([]);
});

it("are byte for byte those of the templates", () => {
  const [file] = runtimeFiles([
    { path: "src/a.ts", text: 'export * from "./runtime/result.js";\n' },
  ]);
  expect(file?.text).toBe(readFileSync(join(root, "templates/runtime/result.ts"), "utf8"));
});

it("import nothing that isn't among them", () => {
  const modules = readdirSync(join(root, "templates/runtime"));
  for (const module of modules) {
    const reached = reachedBy(`export * from "./runtime/${module.replace(".ts", ".js")}";`);
    const imported = importsOf(`templates/runtime/${module}`)
      .filter(({ isPackage }) => !isPackage)
      .map(({ to }) => to.replace("templates/", "src/"));
    expect(imported.filter((path) => !reached.includes(path))).toEqual([]);
  }
});

it.each([
  ["src/a.ts", "// Code generated by sdkwright. DO NOT EDIT.\n\nit\n"],
  ["docs/a.md", "<!-- Code generated by sdkwright. DO NOT EDIT. -->\n\nit\n"],
  ["docs/.vitepress/theme/style.css", "/* Code generated by sdkwright. DO NOT EDIT. */\n\nit\n"],
  [".github/workflows/docs.yml", "# Code generated by sdkwright. DO NOT EDIT.\nit\n"],
  [".gitignore", "# Code generated by sdkwright. DO NOT EDIT.\nit\n"],
  ["package.json", "it\n"],
])("begins %s", (path, want) => {
  expect(withHeaders([{ path, text: "it\n" }])).toEqual([{ path, text: want }]);
});
