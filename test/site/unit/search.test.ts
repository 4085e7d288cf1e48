import { expect, it } from "vitest";
import { searchOptions, searchText } from "../../../templates/site/search.js";
import { renderer } from "./renderer.js";

it("searches the text of a page, without programs and the headings that each operation has", () => {
  const page = "## list\n\nAll pets.\n\n### Parameters\n\n`limit`\n\n```json\n{}\n```\n";
  expect(searchText(page, { path: "", relativePath: "", cleanUrls: false }, renderer())).toBe(
    "<h2>list</h2>\n<p>All pets.</p>\n\n<p><code>limit</code></p>\n",
  );
});

it("keeps the text between longer fences", () => {
  const page = "````md\n```js\na\n```\n````\n\nText.";
  expect(searchText(page, { path: "", relativePath: "", cleanUrls: false }, renderer())).toBe(
    "<p>Text.</p>\n",
  );
});

it("leaves out a fence that nothing ends, in time", () => {
  const page = `Text.\n\n${"`".repeat(100_000)}\n${"```a\n".repeat(50_000)}`;
  expect(searchText(page, { path: "", relativePath: "", cleanUrls: false }, renderer())).toBe(
    "<p>Text.</p>\n",
  );
});

it("ranks the pages of operations and events first, and forgives typing errors in longer words", () => {
  const { boostDocument, fuzzy } = searchOptions.miniSearch.searchOptions;
  expect(boostDocument("/docs/sdks/pets/#list")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(boostDocument("/docs/webhooks/paid")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(fuzzy("domian")).toBe(0.2);
  expect(fuzzy("add")).toBe(false);
});

it.each([
  { word: "Create", found: ["add", "create", "new"] },
  { word: "remove", found: ["delete", "remove"] },
  { word: "Domain", found: "domain" },
])("finds the synonyms of a verb, whatever its case: $word", ({ word, found }) => {
  // As VitePress does, which copies the function into the site without what surrounds it.
  const copied = new Function(`return ${searchOptions.miniSearch.searchOptions.processTerm}`)();
  expect(copied(word)).toEqual(found);
});
