import { expect, it } from "vitest";
import { nearestPages } from "../../../templates/site/theme/nearest-pages.js";
import { pagesIn } from "../../../templates/site/theme/sidebar-pages.js";

const sidebar = [
  { text: "Introduction", link: "/" },
  {
    text: "Pets",
    link: "/docs/sdks/pets/",
    items: [
      { text: '<span class="method get">GET</span> listPets', link: "/docs/sdks/pets/#listpets" },
      { text: "<s>delete</s>", link: "/docs/sdks/pets/#delete" },
    ],
  },
  { text: "Models", items: [{ text: "Pet", link: "/docs/models/pet" }] },
];

it("reads the pages of a sidebar, at any depth and below any base", () => {
  expect(pagesIn(sidebar).map(({ text }) => text)).toEqual([
    ...["Introduction", "Pets", "GET listPets", "delete", "Pet"],
  ]);
  expect(pagesIn({ "/api/": { base: "/api", items: sidebar } })[4]).toEqual({
    text: "Pet",
    link: "/api/docs/models/pet",
  });
});

it.each([
  ["/docs/models/pets.html", "/docs/models/pet"],
  ["/docs/sdks/pet", "/docs/sdks/pets/"],
  ["/docs/sdks/pets/list-pets", "/docs/sdks/pets/#listpets"],
  ["/pets/delete.html", "/docs/sdks/pets/#delete"],
  ["/docs/models/pet/index.html", "/docs/models/pet"],
])("%s resembles %s most", (path, want) => {
  expect(nearestPages(path, pagesIn(sidebar))[0]?.link).toBe(want);
});

it("reads an address of a megabyte in time", () => {
  const long = "/index".padEnd(1_000_000, "index");
  expect(nearestPages(`${long}x`, pagesIn(sidebar))).toEqual([]);
});

it("suggests nothing for an address that resembles none", () => {
  expect(nearestPages("/wp-login.php", pagesIn(sidebar))).toEqual([]);
});
