import { expect, it } from "vitest";
import { sectionsWith } from "../../../templates/site/search-sections.js";
import { manifest } from "./manifest.js";

const place = { pointer: "", line: null, deprecated: false };
const pets = sectionsWith(
  manifest({
    guides: [{ name: "Webhooks", page: "docs/guides/webhooks.md", about: "receiving events" }],
    resources: [
      {
        name: "Pets",
        page: "docs/sdks/pets/README.md",
        operations: [
          {
            ...{ name: "list", page: "docs/sdks/pets/README.md#list", ...place },
            ...{ method: "get", path: "/pets", summary: "List <all> pets" },
          },
          {
            ...{ name: "create", page: "docs/sdks/pets/create.md", ...place },
            ...{ method: "post", path: "/pets/{id}", summary: null },
          },
        ],
      },
    ],
  }),
);

const heading = (level: number, title: string, id: string) =>
  `<h${level} id="${id}" tabindex="-1">${title} <a class="header-anchor" href="#${id}">&ZeroWidthSpace;</a></h${level}>`;

it("an operation is one row: its resource, its name, method and path, and its summary", () => {
  const page =
    heading(1, "Pets", "pets") +
    heading(2, "Overview", "overview") +
    "<p>Animals. They are kept.</p>" +
    heading(2, "list", "list") +
    heading(3, "Parameters", "parameters") +
    "<p><code>limit</code></p>";
  expect(pets("/site/docs/sdks/pets/README.md", page)).toEqual([
    { anchor: "pets", titles: ["Pets — Animals."], text: "Animals. They are kept." },
    {
      anchor: "list",
      titles: ["Pets", "list — GET /pets — List &lt;all&gt; pets"],
      text: "limit",
    },
  ]);
});

it("an operation with its own page has the name of its resource, and its first sentence", () => {
  const page =
    heading(1, "create", "create") +
    "<p><em>things.pets.create</em> of Pets</p>\n<p>Adds a pet. It gets an id.</p>" +
    heading(2, "Response", "response") +
    "<p>Pet (200)</p>";
  expect(pets("/site/api/docs/sdks/pets/create.md", page)).toEqual([
    {
      anchor: "create",
      titles: ["Pets", "create — POST /pets/&#123;id} — Adds a pet."],
      text: "things.pets.create of Pets Adds a pet. It gets an id. Pet (200)",
    },
  ]);
});

it("a model is one row", () => {
  const page = `${heading(1, "Pet", "pet")}<p>An animal.</p>${heading(2, "Fields", "fields")}<p>id</p>`;
  expect(pets("/site/docs/models/pet.md", page)).toEqual([
    { anchor: "pet", titles: ["Models", "Pet — An animal."], text: "An animal. id" },
  ]);
});

it("each section of a guide is a row, unless it is only a heading", () => {
  const page =
    heading(1, "Webhooks", "webhooks") +
    "<p>Verify them.</p>" +
    heading(2, "Empty", "empty") +
    heading(2, "The raw body", "the-raw-body") +
    "<p>Don't parse it: it is signed.</p>";
  expect(pets("/site/docs/guides/webhooks.md", page)).toEqual([
    { anchor: "webhooks", titles: ["Guides", "Webhooks — receiving events"], text: "Verify them." },
    {
      anchor: "the-raw-body",
      titles: ["Guides", "Webhooks", "The raw body — Don't parse it"],
      text: "Don't parse it: it is signed.",
    },
  ]);
});
