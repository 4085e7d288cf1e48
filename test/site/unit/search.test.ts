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

it("ranks the pages of operations and events first, and forgives typing errors", () => {
  const { boostDocument, fuzzy } = searchOptions.miniSearch.searchOptions;
  expect(boostDocument("/docs/sdks/pets/#list")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(boostDocument("/docs/webhooks/paid")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(fuzzy).toBeGreaterThan(0);
});
