import { describe, expect, it } from "vitest";
import { isPlain, serverViews } from "../../../generator/plan/sdk/server-data.js";
import { server } from "../docs/fixture.js";

describe("a server needs no client options", () => {
  it.each([
    ["https://a.example/v1", true],
    ["HTTP://a.example", true],
    ["/v1", false],
    ["", false],
    ["https://{region}.example", false],
    ["https://a.example/{", false],
    ["ftp://a.example", false],
  ])("%j: %j", (url, want) => {
    expect(isPlain(server(url))).toBe(want);
  });
});

describe("the data of servers for the runtime", () => {
  it("is their names, URLs and variables", () => {
    const variables = [
      { name: "region", default: "eu", values: ["eu", "us"], description: "Where." },
      { name: "path", default: "", values: [], description: null },
      { name: "tenant", default: null, values: [], description: null },
    ];
    const servers = [
      server("https://a.example", { description: "Live." }),
      server("https://{region}.example/{tenant}{path}", { name: "regional", variables }),
    ];
    expect(serverViews(servers)).toEqual([
      { name: null, url: "https://a.example", hasVariables: false, variables: [] },
      {
        name: "regional",
        url: "https://{region}.example/{tenant}{path}",
        hasVariables: true,
        variables: [
          { name: "region", default: '"eu"', values: ["eu", "us"] },
          { name: "path", default: '""', values: [] },
        ],
      },
    ]);
  });
});
