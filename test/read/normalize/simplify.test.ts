import { expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import {
  withAbsoluteServers,
  withExternalDocs,
  withMediaTypes,
} from "../../../generator/read/normalize/simplify.js";

it("a media type of the components is inlined at each reference", () => {
  const pets = { schema: { type: "array" } };
  const components = { mediaTypes: { Pets: pets } };
  const answers = (media: JsonObject) => ({
    "/a": { get: { responses: { 200: { content: { "application/json": media } } } } },
  });
  const paths = answers({ $ref: "#/components/mediaTypes/Pets" });
  expect(withMediaTypes({ paths, components })).toEqual({ paths: answers(pets), components });
});

const location = "https://a.example/docs/openapi.json";

function read(url: string, from = location): unknown {
  return withAbsoluteServers({ servers: [{ url }] }, from)["servers"];
}

it.each([
  ["/api/v2", "https://a.example/api/v2"],
  ["", "https://a.example"],
  ["/", "https://a.example"],
  ["v1", "https://a.example/docs/v1"],
  ["../v1", "https://a.example/v1"],
  ["//b.example/v1", "https://b.example/v1"],
  ["/{region}/v1", "https://a.example/{region}/v1"],
  ["https://b.example/v1", "https://b.example/v1"],
  ["{scheme}://b.example", "{scheme}://b.example"],
])("a server %j is %s for a document from the network", (url, want) => {
  expect(read(url)).toEqual([{ url: want }]);
});

it.each([{}, { servers: [] }])(
  "%j from the network has the root of its host for a server",
  (document) => {
    expect(withAbsoluteServers(document, location)).toEqual({
      servers: [{ url: "https://a.example" }],
    });
  },
);

it("is unchanged for a file", () => {
  expect(withAbsoluteServers({}, "file:///home/a/openapi.json")).toEqual({});
  expect(read("/api/v2", "file:///home/a/openapi.json")).toEqual([{ url: "/api/v2" }]);
});

const externalDocs = { url: "https://a.example/b(1)", description: "All about [A]" };
const link = "[All about A](https://a.example/b%281%29)";

it("become a link at the end of the description", () => {
  const document = {
    info: { title: "A" },
    externalDocs,
    tags: [{ name: "a", description: "A.\n", externalDocs }],
    paths: { "/a": { get: { externalDocs: { url: "https://a.example" } } } },
    components: { schemas: { A: { type: "object", externalDocs } } },
  };
  expect(withExternalDocs(document)).toMatchObject({
    info: { description: link },
    tags: [{ description: `A.\n\n${link}` }],
    paths: { "/a": { get: { description: "[Documentation](https://a.example/)" } } },
    components: { schemas: { A: { description: link } } },
  });
});

it.each(["/api", "javascript:alert(1)", "https://", 3, null])("%j doesn't become a link", (url) => {
  const document = { tags: [{ name: "a", externalDocs: { url } }] };
  expect(withExternalDocs(document)).toBe(document);
});
