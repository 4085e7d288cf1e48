import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { render } from "../../generator/emit/render.js";
import { templateSources } from "../../generator/emit/template-sources.js";
import type { PlannedFile } from "../../generator/plan/file.js";
import { root } from "../imports.js";

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

  it("from openapi-typescript, where it is loaded", () => {
    const file: PlannedFile = { path: "src/schema.ts", from: "openapi-typescript", document: {} };
    expect(render([file], () => "export {};\n")).toEqual([
      { path: "src/schema.ts", text: "export {};\n" },
    ]);
    expect(() => render([file])).toThrow("openapi-typescript isn't loaded");
  });

  it("from the plan, where it is complete already", () => {
    const text = `{{#if}} {{{a}}} <b> & "\`$` + "{c}`\n";
    expect(render([{ path: "a.json", from: "text", text }])).toEqual([{ path: "a.json", text }]);
  });

  it("in the order of the plan", () => {
    const planned: PlannedFile[] = ["b", "a"].map((path) => ({ path, from: "text", text: path }));
    expect(render(planned).map(({ path }) => path)).toEqual(["b", "a"]);
  });
});

describe("what a document says", () => {
  it("passes through a template as it is", () => {
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

describe("a wrong plan is a bug", () => {
  it("where there is no such template", () => {
    const planned = { ...index, template: "sdk/none" } as unknown as PlannedFile;
    expect(() => render([planned])).toThrow("there is no template sdk/none");
  });

  it("where a field is missing in the view", () => {
    const planned = { ...index, view: { modules: [] } } as unknown as PlannedFile;
    expect(() => render([planned])).toThrow(
      'a template asks for "class", which its view doesn\'t have',
    );
  });
});

describe("the templates", () => {
  it("are known by their paths", () => {
    const names = templateSources().map(([name]) => name);
    expect(names).toContain("sdk/index");
    expect(names).toContain("package/tsconfig.json");
    expect(names).toEqual([...new Set(names)]);
  });
});
