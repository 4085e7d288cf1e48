import { describe, expect, it } from "vitest";
import { showColumns } from "../../../templates/site/columns.js";
import { renderer } from "./renderer.js";

/** The parts of a page in order: marks of the columns, tabs, titles and the first lines of code. */
function partsOf(markdown: string, page = "docs/sdks/pets/index.md"): string[] {
  const md = renderer();
  showColumns(md);
  const html = md.render(markdown, { relativePath: page });
  const pattern =
    /<div class="(\w+)">|tabs-title">([^<]*)|data-title="([^"]*)"|<h\d>(.*?)<\/h\d>|<code[^>]*>([^\n]*)/g;
  return [...html.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) ?? "");
}

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;

const operation = (marks: string) =>
  `${marks} list\n\nText.\n\n` +
  `${marks}# Example Usage\n\n${fence("typescript", "pets.list()")}` +
  `**All pages**\n\n${fence("typescript", "for await")}**curl**\n\n${fence("sh", "curl x")}` +
  `${marks}# Standalone function\n\n${fence("typescript", "listPets()")}` +
  `${marks}# Parameters\n\nNone.\n\n` +
  `${marks}# Response\n\n[Pets](a.md) (200): All (of them)\n\n${fence("json", "[]")}` +
  `${marks}# Errors\n\nNone.\n\nGone (404, 4XX):\n\n${fence("json", "{}")}`;

const want = [
  ...["head", "list", "code", "tabs", "Class", "All pages", "Function", "curl", "blocks"],
  ...["pets.list()", "for await", "listPets()", "curl x"],
  ...["tabs", "Response", "200", "404, 4XX", "blocks", "[]", "{}"],
  ...["text", "Parameters", "Response", "Errors"],
];

describe("the page of operations", () => {
  it("has each operation's programs as tabs, with its answers by status, next to its text", () => {
    expect(partsOf(`# Pets\n\n## Overview\n\nText.\n\n${operation("##")}`)).toEqual([
      "Pets",
      "Overview",
      ...want,
    ]);
  });

  it("may be that of one operation", () => {
    expect(partsOf(operation("#"), "docs/sdks/pets/list.md")).toEqual(want);
  });
});

it("shows the example of a model next to its fields", () => {
  const page = `# Pet\n\n## Example Usage\n\n${fence("typescript", "pet")}## Fields\n\nNone.`;
  expect(partsOf(page, "docs/models/pet.md")).toEqual([
    ...["head", "Pet", "code", "tabs", "Example", "blocks", "pet", "text", "Fields"],
  ]);
});

it("shows the handler and the payload of an event next to its fields", () => {
  const page =
    `# paid\n\n## Example Usage\n\n${fence("typescript", "receive")}See the guide.\n\n` +
    `## Fields\n\nNone.\n\n## Example\n\n${fence("json", "{}")}` +
    `## Test\n\n${fence("typescript", "sign")}`;
  expect(partsOf(page, "api/docs/webhooks/paid.md")).toEqual([
    ...["head", "paid", "code", "tabs", "Handler", "blocks", "receive"],
    ...["tabs", "Payload", "blocks", "{}", "text", "Fields", "Test", "sign"],
  ]);
});

it("leaves an operation with a name of JavaScript's own members where it is", () => {
  const page = operation("##").replace("## list", "## constructor");
  expect(partsOf(`# Pets\n\n${page}`)).toEqual(["Pets", ...want].with(2, "constructor"));
});

it("leaves other pages alone", () => {
  expect(partsOf("# A\n\n## Example Usage\n\nText.", "docs/guides/a.md")).toEqual([
    "A",
    "Example Usage",
  ]);
});

it("has a button that expands code of more than twenty lines", () => {
  const json = (lines: number) => fence("json", Array(lines).fill("0").join("\n"));
  const page = (lines: number) =>
    `# list\n\n## Example Usage\n\n${fence("typescript", "a")}${json(lines)}`;
  const md = renderer();
  showColumns(md);
  const html = (lines: number) =>
    md.render(page(lines), { relativePath: "docs/sdks/pets/list.md" });
  expect(html(20)).not.toContain("expand-code");
  expect(html(21)).toContain('<button type="button" class="expand-code" aria-expanded="false">');
});
