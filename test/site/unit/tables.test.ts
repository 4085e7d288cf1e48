import { describe, expect, it } from "vitest";
import { showTables } from "../../../templates/site/tables.js";
import { renderer } from "./renderer.js";

function html(markdown: string): string {
  const md = renderer();
  showTables(md);
  return md.render(markdown);
}

const idsIn = (page: string) => [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

const parameters = (...names: readonly string[]) =>
  "| Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n" +
  names.map((name) => `| \`${name}\` | \`string\` | | Text. |\n`).join("");

describe("a table of fields", () => {
  it("has an anchor for each, named after the operation and the field", () => {
    const page = `# Pets\n\n## update\n\n### Parameters\n\n${parameters("id", "owner.name")}`;
    expect(idsIn(html(page))).toEqual(["update.id", "update.owner.name"]);
    expect(idsIn(html(`# update\n\n## Parameters\n\n${parameters("id")}`))).toEqual(["id"]);
  });

  it("has the fields of a field below it, to be opened", () => {
    const page = html(parameters("a", "a.b", "a.b[].c", "ab", "options", "options.retries"));
    const shown = [...page.matchAll(/<details>|<\/details>|<code>(.*?)<\/code>/g)]
      .map(([tag, name]) => name ?? tag)
      .filter((text) => text !== "string");
    expect(shown).toEqual([
      ...["a", "<details>", "a", "b", "<details>", "a.b", "c", "</details>", "</details>"],
      ...["ab", "options", "options.retries"],
    ]);
  });

  it("has a button that opens all fields, if several have fields", () => {
    const button =
      '<button type="button" class="expand-fields">Expand all</button><div class="table"';
    expect(html(parameters("a", "a.b", "c", "c.d"))).toContain(button);
    expect(html(parameters("a", "a.b", "a.b.c"))).toContain(button);
    expect(html(parameters("a", "a.b"))).not.toContain("expand-fields");
  });

  it("names the column of each cell, for small screens", () => {
    expect(html(parameters("a"))).toContain('<td data-label="Type">');
    expect(html(parameters("a"))).toContain('<div class="table" tabindex="0"><table class="wide">');
  });
});

it("a table of another kind keeps its header", () => {
  const guide =
    "| Operation | Pages by | Items | `kind` |\n| --- | --- | --- | --- |\n| a | b | c | d |\n";
  expect(html(guide)).toContain('<div class="table" tabindex="0"><table><thead>');
  expect(html(guide)).toContain('<td data-label="kind">');
});

it("a field links to its own anchor", () => {
  expect(html(`# update\n\n## Parameters\n\n${parameters("id")}`)).toContain(
    '<a class="field" href="#id"><code>id</code></a></td>',
  );
});

it("a table of errors has an anchor for each status", () => {
  const errors =
    "| Error Type | Status Code | Content Type | When |\n| --- | --- | --- | --- |\n" +
    "| [A](a.md) | 400, 422 | `application/json` | |\n| [B](b.md) | 4XX, 5XX | `*/*` | |\n";
  expect(idsIn(html(`# Pets\n\n## update\n\n### Errors\n\n${errors}`))).toEqual([
    "update.400",
    "update.422",
    "update.4xx",
    "update.5xx",
  ]);
});
