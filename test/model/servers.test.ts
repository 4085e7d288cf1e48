import { describe, expect, it } from "vitest";
import type { Server, ServerVariable } from "../../generator/model/api/server.js";
import type { Json } from "../../generator/read/document/document.js";
import { modelOf } from "./documents.js";

interface Case {
  readonly given: Json;
  readonly want: readonly Server[];
}

function server(url: string, facts: Partial<Server> = {}): Server {
  return { name: null, url, description: null, variables: [], ...facts };
}

function variable(name: string, facts: Partial<ServerVariable> = {}): ServerVariable {
  return { name, default: null, values: [], description: null, ...facts };
}

describe("the servers of a document", () => {
  it.each<[name: string, row: Case]>([
    ["none", { given: [], want: [] }],
    ["no list", { given: "https://a.example", want: [] }],
    [
      "one",
      {
        given: [{ url: " https://a.example/v1 ", description: "Live." }],
        want: [server("https://a.example/v1", { description: "Live." })],
      },
    ],
    [
      "several, in their order, those without a URL left out",
      {
        given: [{ url: "/v1" }, {}, null, { url: "https://b.example" }],
        want: [server("/v1"), server("https://b.example")],
      },
    ],
    [
      "without a host, from its root",
      {
        given: [{ url: "" }, { url: "v2" }, { url: "./v3" }, { url: "{host}/v4" }],
        want: [
          ...["/", "/v2", "/v3"].map((url) => server(url)),
          server("{host}/v4", { variables: [variable("host")] }),
        ],
      },
    ],
    [
      "with names",
      {
        given: [
          { url: "https://a.example", name: "live" },
          { url: "https://b.example", "x-speakeasy-server-id": "test" },
          { url: "https://c.example", name: "theirs", "x-speakeasy-server-id": "ours" },
        ],
        want: [
          server("https://a.example", { name: "live" }),
          server("https://b.example", { name: "test" }),
          server("https://c.example", { name: "ours" }),
        ],
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(modelOf({ servers: given }).servers).toEqual(want);
  });
});

describe("the variables of a server", () => {
  it.each<[name: string, url: string, given: Json, want: readonly ServerVariable[]]>([
    [
      "have defaults, values and descriptions",
      "https://{region}.example/{version}/{region}",
      {
        region: { default: "eu", enum: ["us", "eu"], description: "Where." },
        version: { default: "v1" },
      },
      [
        variable("region", { default: "eu", values: ["us", "eu"], description: "Where." }),
        variable("version", { default: "v1" }),
      ],
    ],
    [
      "may be a port that YAML takes for a number",
      "https://a.example:{port}",
      { port: { default: 8443, enum: [8443, 443] } },
      [variable("port", { default: "8443", values: ["8443", "443"] })],
    ],
    [
      "are the first of their values where they have no default",
      "https://{region}.example",
      { region: { enum: ["eu", "us"] } },
      [variable("region", { default: "eu", values: ["eu", "us"] })],
    ],
    [
      "may be empty",
      "https://a.example{path}",
      { path: { default: "" } },
      [variable("path", { default: "" })],
    ],
    ["are none that the URL doesn't mention", "https://a.example", { region: {} }, []],
    [
      "are those of the URL, also where the document says nothing of them",
      "https://{a}.example/{constructor}/{b}",
      { a: {}, b: null },
      [variable("a"), variable("constructor"), variable("b")],
    ],
    [
      "are those of the URL where the document has no list",
      "https://{a}.example",
      1,
      [variable("a")],
    ],
  ])("%s", (_, url, variables, want) => {
    expect(modelOf({ servers: [{ url, variables }] }).servers).toEqual([
      server(url, { variables: want }),
    ]);
  });
});
