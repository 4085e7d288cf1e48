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
  expect(boostDocument("/docs/sdks/pets/#list", "pet")).toBeGreaterThan(
    boostDocument("/docs/models/pet", "pet"),
  );
  expect(boostDocument("/docs/webhooks/paid", "pet")).toBeGreaterThan(
    boostDocument("/docs/models/pet", "pet"),
  );
  expect(boostDocument("/docs/guides/errors", "pet")).toBeGreaterThan(
    boostDocument("/docs/models/pet", "pet"),
  );
  expect(fuzzy("domian")).toBe(0.25);
  expect(fuzzy("add")).toBe(false);
});

it("ranks errors first if a status is searched, and looks for no similar number", () => {
  const { boostDocument, fuzzy } = searchOptions;
  expect(boostDocument("/docs/errors/", "422")).toBeGreaterThan(
    boostDocument("/docs/sdks/pets/#list", "422"),
  );
  expect(fuzzy("4220")).toBe(false);
});

it.each([
  { kind: "a verb and its synonyms", word: "Create", found: ["create", "add", "new"] },
  { kind: "a verb with an ending", word: "removes", found: ["remove", "delete"] },
  { kind: "a verb that lacks its last letter", word: "creat", found: ["create", "add", "new"] },
  { kind: "a verb on -y with an ending", word: "verifies", found: ["verify", "verification"] },
  { kind: "its noun", word: "verification", found: ["verification", "verific", "verify"] },
  { kind: "a verb on -ate", word: "authenticate", found: ["authenticate", "authentic"] },
  { kind: "a noun on -ation", word: "Authentication", found: ["authentication", "authentic"] },
  { kind: "a plural", word: "Domains", found: ["domain"] },
  { kind: "a word on -ss", word: "address", found: ["address"] },
  {
    kind: "words in camel case",
    word: "EmailAddress",
    found: ["emailaddress", "email", "address"],
  },
])("indexes $kind: $word", ({ word, found }) => {
  expect(copiedTerms(word, "title").sort()).toEqual(found.sort());
});

it("searches a verb without its synonyms, because the index has them", () => {
  expect(copiedTerms("Creates")).toEqual(["create"]);
  expect(copiedTerms("authentication")).toEqual(["authentication", "authentic"]);
});

/** Calls the function as VitePress does, which copies it into the site without what surrounds it. */
function copiedTerms(word: string, field?: string): string[] {
  return new Function(`return ${options.processTerm}`)()(word, field);
}
