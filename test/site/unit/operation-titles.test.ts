import { expect, it } from "vitest";
import { summariesOf, titleOperations } from "../../../templates/site/operation-titles.js";
import { manifest } from "./manifest.js";
import { renderer } from "./renderer.js";

const place = { pointer: "", line: null, deprecated: false };
const get = { ...place, name: "get", method: "get", path: "/pets/{id}" };
const pets = manifest({
  resources: [
    {
      name: "Pets",
      page: "docs/sdks/pets/README.md",
      operations: [
        { ...get, page: "docs/sdks/pets/get.md", summary: "Get a <pet>" },
        { ...get, page: "docs/sdks/pets/delete.md", summary: null },
      ],
    },
  ],
});

function html(markdown: string, relativePath: string, folder = ""): string {
  const md = renderer();
  titleOperations(md, pets, folder);
  return md.render(markdown, { relativePath }).trim();
}

const title = '<h1><span class="summary ignore-header">Get a &lt;pet&gt;</span> get</h1>';

it("an operation's title has its summary", () => {
  expect(html("# get\n\nOne pet.", "docs/sdks/pets/get.md")).toBe(`${title}\n<p>One pet.</p>`);
  expect(html("# get", "api/docs/sdks/pets/get.md", "api/")).toBe(title);
  expect(html("# delete", "docs/sdks/pets/delete.md")).toBe("<h1>delete</h1>");
});

it("a summary that is also the description is shown once", () => {
  const page = "# get\n\n`GET /pets/{id}`\n\nGet a <pet>\n\n- Retries: none";
  expect(html(page, "docs/sdks/pets/get.md")).toBe(
    `${title}\n<p><code>GET /pets/{id}</code></p>\n<ul>\n<li>Retries: none</li>\n</ul>`,
  );
});

it("the summaries of a resource's own page are known by their anchors", () => {
  const page = "docs/sdks/pets/README.md#get";
  const resource = {
    name: "Pets",
    page: "docs/sdks/pets/README.md",
    operations: [{ ...get, page, summary: "Get" }],
  };
  expect([...summariesOf(manifest({ resources: [resource] }), "api/")]).toEqual([
    ["api/docs/sdks/pets/index.md#get", "Get"],
  ]);
});
