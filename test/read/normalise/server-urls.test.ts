import { expect, it } from "vitest";
import { withWholeServers } from "../../../generator/read/normalise/server-urls.js";

const location = "https://a.example/docs/openapi.json";

function read(url: string, from = location): unknown {
  return withWholeServers({ servers: [{ url }] }, from)["servers"];
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

it("stays as it is for a file", () => {
  expect(read("/api/v2", "file:///home/a/openapi.json")).toEqual([{ url: "/api/v2" }]);
});
