import { expect, it } from "vitest";
import { searchOptionsOf, searchText } from "../../../templates/site/search.js";
import { manifest } from "./manifest.js";
import { renderer } from "./renderer.js";

const { options, searchOptions } = searchOptionsOf(manifest({})).miniSearch;
const env = { path: "", relativePath: "", cleanUrls: false };

it("searches the text of a page without programs", () => {
  const page = "## list\n\nAll pets.\n\n### Parameters\n\n`limit`\n\n```json\n{}\n```\n";
  expect(searchText(page, env, renderer())).toBe(
    "<h2>list</h2>\n<p>All pets.</p>\n<h3>Parameters</h3>\n<p><code>limit</code></p>\n",
  );
});

it("leaves out lists of links to pages that have rows of their own", () => {
  const list = "- [list](#list) - All pets\n- Models: [`Pet`](pet.md)\n- With a [link](a.md)\n";
  expect(searchText(`${list}\n[\`Pet\`](pet.md), [\`Owner\`](owner.md)\n`, env, renderer())).toBe(
    '<ul>\n<li>With a <a href="a.md">link</a></li>\n</ul>\n',
  );
});

it("keeps the text between longer fences", () => {
  const page = "````md\n```js\na\n```\n````\n\nText.";
  expect(searchText(page, env, renderer())).toBe("<p>Text.</p>\n");
});

it("leaves out a fence that nothing ends, in time", () => {
  const page = `Text.\n\n${"`".repeat(100_000)}\n${"```a\n".repeat(50_000)}`;
  expect(searchText(page, env, renderer())).toBe("<p>Text.</p>\n");
});

it("ranks operations, events and guides first, and forgives typing errors in longer words", () => {
  const { boostDocument, fuzzy } = searchOptions;
  expect(boostDocument("/docs/sdks/pets/#list")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(boostDocument("/docs/webhooks/paid")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(boostDocument("/docs/guides/errors")).toBeGreaterThan(boostDocument("/docs/models/pet"));
  expect(fuzzy("domian")).toBe(0.2);
  expect(fuzzy("add")).toBe(false);
});

it.each([
  { kind: "a synonym of a verb", word: "Create", found: ["create", "add"] },
  { kind: "a verb with an ending", word: "removes", found: ["remove", "delete"] },
  { kind: "a verb on -y with an ending", word: "verifies", found: ["verify"] },
  { kind: "its noun", word: "verification", found: ["verification", "verify"] },
  { kind: "a plural", word: "Domains", found: ["domain"] },
  { kind: "a word on -ss", word: "address", found: ["address"] },
  {
    kind: "words in camel case",
    word: "EmailAddress",
    found: ["emailaddress", "email", "address"],
  },
])("indexes and searches $kind: $word", ({ word, found }) => {
  // As VitePress does, which copies the function into the site without what surrounds it.
  const copied = new Function(`return ${options.processTerm}`)();
  expect(copied(word)).toEqual(found);
});
