import { expect, it } from "vitest";
import { pageSidebar } from "../../../templates/site/theme/page-sidebar.js";

const pets = { text: "Pets", link: "/docs/sdks/pets/", items: [{ text: "list" }] };
const users = { text: "Users", link: "/docs/sdks/users/", items: [{ text: "get" }] };

it("lists the operations of the page's own resource alone where lists are collapsed", () => {
  const sidebar = [pets, users].map((item) => ({ ...item, collapsed: true }));
  const want = [
    { text: "Pets", link: "/docs/sdks/pets/" },
    { ...users, collapsed: true },
  ];
  expect(pageSidebar(sidebar, "docs/sdks/users/get.md")).toEqual(want);
  expect(pageSidebar({ "/": sidebar }, "docs/sdks/users/index.md")).toEqual({ "/": want });
});

it("lists all operations where lists are open", () => {
  expect(pageSidebar([pets, users], "docs/sdks/users/index.md")).toEqual([pets, users]);
});
