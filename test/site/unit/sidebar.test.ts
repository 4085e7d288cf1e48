import { expect, it } from "vitest";
import type { ManifestOperation } from "../../../templates/site/manifest.js";
import { sidebarOf } from "../../../templates/site/sidebar.js";
import { manifest } from "./manifest.js";

const place = { pointer: "", line: null };

function operation(name: string, facts: Partial<ManifestOperation> = {}): ManifestOperation {
  const page = `docs/sdks/pets/README.md#${name}`;
  return {
    name,
    page,
    method: "get",
    path: "/",
    summary: null,
    deprecated: false,
    ...place,
    ...facts,
  };
}

const pets = (operations: readonly ManifestOperation[]) =>
  manifest({ resources: [{ name: "Pets", page: "docs/sdks/pets/README.md", operations }] });

it("shows the method of each operation, and strikes deprecated ones through", () => {
  const list = operation("list");
  const remove = operation("<remove>", { method: "delete", deprecated: true });
  expect(sidebarOf(pets([list, remove]))).toMatchObject([
    { items: [{ text: "Introduction" }, { text: "Reference" }] },
    {
      text: "Pets",
      link: "/docs/sdks/pets/",
      collapsed: false,
      items: [
        { text: '<span class="method get">GET</span> list', link: "/docs/sdks/pets/#list" },
        { text: '<span class="method delete">DEL</span> <s>&lt;remove&gt;</s>' },
      ],
    },
  ]);
});

it("lists operations by their summaries, if every operation of the resource has a short one", () => {
  const list = operation("list", { summary: "List <pets>" });
  const item = (summary: string) => ({ items: [{}, { text: expect.stringContaining(summary) }] });
  const get = operation("get", { summary: "Get a pet" });
  expect(sidebarOf(pets([list, get]))).toMatchObject([
    {},
    { items: [{ text: '<span class="method get">GET</span> List &lt;pets&gt;' }, {}] },
  ]);
  expect(sidebarOf(pets([list, { ...get, summary: null }]))).toMatchObject([{}, item(" get")]);
  const long = { ...get, summary: "Get a pet ".repeat(7) };
  expect(sidebarOf(pets([list, long]))).toMatchObject([{}, item(" get")]);
});

it("shows no title for operations that are grouped under the name of their resource", () => {
  const [list, feed] = [operation("list", { group: "Pets" }), operation("feed", { group: "Food" })];
  expect(sidebarOf(pets([list, feed]))).toMatchObject([
    {},
    { items: [{ link: "/docs/sdks/pets/#list" }, { text: "Food", items: [{}] }] },
  ]);
});

it("collapses the resources of a large API, and groups operations by their titles", () => {
  const many = Array.from({ length: 121 }, (_, index) =>
    operation(`get${index}`, { group: index < 60 ? "Cats" : "Dogs" }),
  );
  expect(sidebarOf(pets(many))).toMatchObject({
    "/": [
      {},
      {
        text: "Pets",
        collapsed: true,
        items: [
          { text: "Cats", items: { length: 60 } },
          { text: "Dogs", items: { length: 61 } },
        ],
      },
    ],
  });
});

it("leaves out lists of models that would slow every page", () => {
  const models = Array.from({ length: 401 }, (_, index) => ({
    name: `Model${index}`,
    page: `docs/models/model${index}.md`,
    ...place,
  }));
  expect(sidebarOf(manifest({ models }))).toMatchObject({ "/docs/models/": { length: 1 } });
});

it("breaks long names only between their words", () => {
  const model = { name: "EmailAddress2FA_config", page: "docs/models/a.md", ...place };
  expect(sidebarOf(manifest({ models: [model] }))).toMatchObject([
    {},
    { items: [{ text: "Email<wbr>Address2<wbr>FA_<wbr>config" }] },
  ]);
});

it("lists events, whose names break after a dot, and strikes deprecated ones through", () => {
  const event = { name: "order.paid", page: "docs/webhooks/order-paid.md", ...place };
  const events = [
    { ...event, deprecated: false },
    { ...event, name: "<a.b>", deprecated: true },
  ];
  expect(sidebarOf(manifest({ events }))).toMatchObject([
    {},
    {
      text: "Webhooks",
      link: "/docs/webhooks/",
      items: [
        { text: "order.<wbr>paid", link: "/docs/webhooks/order-paid" },
        { text: "<s>&lt;a.<wbr>b&gt;</s>" },
      ],
    },
  ]);
});
