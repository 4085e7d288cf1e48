import { afterEach, describe, expect, it, vi } from "vitest";
import type { Manifest } from "../../../templates/site/manifest.js";
import { showPlaces } from "../../../templates/site/places.js";
import { manifest } from "./manifest.js";
import { renderer } from "./renderer.js";

afterEach(() => vi.unstubAllEnvs());

const pets: Manifest = manifest({
  document: "pets.yaml",
  resources: [
    {
      name: "Pets",
      page: "docs/sdks/pets/README.md",
      operations: [
        {
          ...{ name: "list", page: "docs/sdks/pets/README.md#list", method: "get", path: "/pets" },
          ...{ pointer: "/paths/~1pets/get", line: 12, deprecated: false, summary: null },
        },
      ],
    },
  ],
  models: [
    { name: "Pet", page: "docs/models/pet.md", pointer: "/components/schemas/Pet", line: 30 },
  ],
});

function html(markdown: string, relativePath = "", folder = ""): string {
  const md = renderer();
  showPlaces(md, pets, folder);
  return md.render(markdown, { relativePath }).trim();
}

describe("the line of an operation", () => {
  it("has a badge for its method, and its place in the document", () => {
    expect(html("`GET /pets`")).toBe(
      '<p><span class="method get">GET</span> <code>/pets</code>' +
        '<span class="place" title="/paths/~1pets/get">pets.yaml:12</span></p>',
    );
  });

  it("links to the document if its URL is known", () => {
    vi.stubEnv("DOCS_DOCUMENT_URL", "https://example.com/pets.yaml");
    expect(html("`GET /pets`")).toContain(
      '<a class="place" title="/paths/~1pets/get" href="https://example.com/pets.yaml#L12">pets.yaml:12</a>',
    );
  });

  it("has no place if the document's operation is unknown", () => {
    expect(html("`GET /dogs`")).toBe(
      '<p><span class="method get">GET</span> <code>/dogs</code></p>',
    );
  });

  it("is only code that is alone on its line", () => {
    expect(html("Use `GET /pets`.")).toBe("<p>Use <code>GET /pets</code>.</p>");
  });
});

it("a list of operations has their methods", () => {
  const link = '<span class="method get">GET</span> <a href="#list">list</a>';
  expect(html("- [list](#list) - All pets", "docs/sdks/pets/index.md")).toContain(`<li>${link}`);
  const elsewhere = html("- [list](sdks/pets/index.md#list)", "api/docs/index.md", "api/");
  expect(elsewhere).toContain('GET</span> <a href="sdks/pets/index.md#list">list</a>');
  expect(html("- [Pets](sdks/pets/index.md)", "docs/index.md")).not.toContain("method");
});

it("the page of a model has its place below its title", () => {
  const place = '<p><span class="place" title="/components/schemas/Pet">pets.yaml:30</span></p>';
  expect(html("# Pet\n\nText.", "docs/models/pet.md")).toContain(`</h1>\n${place}`);
  expect(html("# Pet\n\nText.", "api/docs/models/pet.md", "api/")).toContain(place);
  expect(html("# Dog\n\nText.", "docs/models/dog.md")).not.toContain("place");
});
