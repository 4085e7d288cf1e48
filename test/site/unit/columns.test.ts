import { describe, expect, it } from "vitest";
import { showColumns } from "../../../templates/site/columns.js";
import { renderer } from "./renderer.js";

/** The parts of a page in order: marks of the columns, tabs, titles and the first lines of code. */
function partsOf(markdown: string, page = "docs/sdks/pets/index.md"): string[] {
  const md = renderer();
  showColumns(md);
  const html = md.render(markdown, { relativePath: page });
  const pattern = /<div class="(\w+)">|data-title="([^"]*)"|<h\d>(.*?)<\/h\d>|<code[^>]*>([^\n]*)/g;
  return [...html.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) ?? "");
}

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;

const operation = (marks: string) =>
  `${marks} list\n\nText.\n\n` +
  `${marks}# Example Usage\n\n${fence("typescript", "pets.list()")}` +
  `**All pages**\n\n${fence("typescript", "for await")}**curl**\n\n${fence("sh", "curl x")}` +
  `${marks}# Standalone function\n\n${fence("typescript", "listPets()")}` +
  `${marks}# Parameters\n\nNone.\n\n` +
  `${marks}# Response\n\nPets (200)\n\n${fence("json", "[]")}`;

const want = [
  ...["head", "list", "code", "tabs", "Class", "All pages", "Function", "curl", "blocks"],
  ...["pets.list()", "for await", "listPets()", "curl x", "[]", "text", "Parameters", "Response"],
];

describe("the page of operations", () => {
  it("has each operation's programs as tabs, with its answers, beside its text", () => {
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

it("leaves an operation with a name of JavaScript's own members where it is", () => {
  const page = operation("##").replace("## list", "## constructor");
  expect(partsOf(`# Pets\n\n${page}`)).toEqual(["Pets", ...want].with(2, "constructor"));
});

it("leaves other pages alone", () => {
  expect(partsOf("# A\n\n## Example Usage\n\nText.", "docs/models/a.md")).toEqual([
    "A",
    "Example Usage",
  ]);
});
