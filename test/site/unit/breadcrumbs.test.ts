import { expect, it } from "vitest";
import { linksAbove } from "../../../templates/site/theme/links-above.js";

const sidebar = [
  { text: "Introduction", link: "/" },
  { text: "Pets &amp; more", link: "/docs/sdks/pets/", items: [] },
];
const reference = { text: "Reference", link: "/docs/" };

it.each([
  ["docs/sdks/pets/list.md", [reference, { text: "Pets & more", link: "/docs/sdks/pets/" }]],
  ["docs/sdks/pets/index.md", [reference]],
  ["docs/models/pet.md", [reference, { text: "Models", link: "/docs/#models" }]],
  ["docs/guides/retries.md", [reference, { text: "Guides", link: "/docs/#guides" }]],
  ["docs/errors/gone.md", [reference, { text: "Errors", link: "/docs/errors/" }]],
  ["docs/errors/index.md", [reference]],
  ["docs/webhooks/list.md", [reference, { text: "Webhooks", link: "/docs/webhooks/" }]],
  ["docs/index.md", []],
  ["index.md", []],
])("above %s", (page, want) => {
  expect(linksAbove(page, sidebar)).toEqual(want);
  expect(linksAbove(page, { "/": sidebar })).toEqual(want);
});

it("begins with the folder of the package", () => {
  const below = { "/api/": { base: "/api", items: sidebar } };
  expect(linksAbove("api/docs/sdks/pets/list.md", below)).toEqual([
    { text: "Reference", link: "/api/docs/" },
    { text: "Pets & more", link: "/api/docs/sdks/pets/" },
  ]);
});
