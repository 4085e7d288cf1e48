import { expect, it } from "vitest";
import { linksAbove } from "../../../templates/site/theme/links-above.js";

const sidebar = [{ text: "Pets &amp; more", link: "/docs/sdks/pets/", items: [] }];
const reference = { text: "Reference", link: "/docs/" };

it.each([
  ["docs/sdks/pets/list.md", [reference, { text: "Pets & more", link: "/docs/sdks/pets/" }]],
  ["docs/sdks/pets/index.md", [reference]],
  ["docs/models/pet.md", [reference]],
  ["docs/index.md", []],
  ["index.md", []],
])("above %s", (page, want) => {
  expect(linksAbove(page, sidebar)).toEqual(want);
  expect(linksAbove(page, { "/": sidebar })).toEqual(want);
});
