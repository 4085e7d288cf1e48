import { expect, it } from "vitest";
import { templatePrinter, templateSources } from "../../generator/emit/templates.js";

it("prints a view with a template and its partials", () => {
  const print = templatePrinter([
    ["a", "{{name}}{{> b}}"],
    ["b", " is {{literal kind}}"],
  ]);
  expect(print("a", { name: "Rex", kind: 'a "dog"' })).toBe(`Rex is "a \\"dog\\""`);
});

it("compiles a template that wasn't built: here one whose name another one has", () => {
  const [name = ""] = templateSources()[0] ?? [];
  expect(templatePrinter([[name, "changed {{by}}"]])(name, { by: "me" })).toBe("changed me");
});

it("is built with every current template", async () => {
  const built = new URL("../../dist/emit/compiled-templates.js", import.meta.url);
  // What the build wrote is of the type of the source that it fills.
  const { compiledTemplates }: typeof import("../../generator/emit/compiled-templates.js") =
    await import(built.href);
  expect([...compiledTemplates].map(([name, { source }]) => [name, source])).toEqual(
    templateSources(),
  );
});
