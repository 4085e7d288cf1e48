import { afterEach, describe, expect, it, vi } from "vitest";
import type { Manifest } from "../../../templates/site/manifest.js";
import { showPlaces } from "../../../templates/site/places.js";
import { manifest } from "./manifest.js";
import { renderer } from "./renderer.js";

afterEach(() => vi.unstubAllEnvs());

const pets: Manifest = manifest({
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

const url = "https://example.com/pets.yaml";

describe("the line of an operation", () => {
  it("has a badge for its method", () => {
    expect(html("`GET /pets`")).toBe(
      '<p><span class="method get">GET</span> <code>/pets</code></p>',
    );
  });

  it("links to the document if its URL is known", () => {
    vi.stubEnv("DOCS_DOCUMENT_URL", url);
    expect(html("`GET /pets`")).toContain(
      `<a class="place" title="/paths/~1pets/get" href="${url}#L12">OpenAPI source</a>`,
    );
  });

  it("has no link if the document's operation is unknown", () => {
    vi.stubEnv("DOCS_DOCUMENT_URL", url);
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

it("the page of a model links to the document below its title, if its URL is known", () => {
  expect(html("# Pet", "docs/models/pet.md")).not.toContain("place");
  vi.stubEnv("DOCS_DOCUMENT_URL", url);
  const link = `<p><a class="place" title="/components/schemas/Pet" href="${url}#L30">OpenAPI source</a></p>`;
  expect(html("# Pet\n\nText.", "docs/models/pet.md")).toContain(`</h1>\n${link}`);
  expect(html("# Pet\n\nText.", "api/docs/models/pet.md", "api/")).toContain(link);
  expect(html("# Dog\n\nText.", "docs/models/dog.md")).not.toContain("place");
});
