import { describe, expect, it } from "vitest";
import type { ServerVariable } from "../../../generator/model/api/server.js";
import {
  calledServers,
  isRelative,
  pathOnHost,
  variablesOf,
} from "../../../generator/plan/call/servers.js";
import { modelOf } from "../../model/documents.js";
import { server } from "../docs/fixture.js";

describe("the servers of calls", () => {
  it("are the document's, and the first of each operation with its own", () => {
    const servers = (...urls: string[]) => ({ servers: urls.map((url) => ({ url })) });
    const api = modelOf({
      ...servers("https://a.example", "/b"),
      paths: { "/c": { get: servers("/c", "/d"), put: {}, ...servers("/e") } },
    });
    expect(calledServers(api).map(({ url }) => url)).toEqual([
      "https://a.example",
      "/b",
      "/c",
      "/e",
    ]);
  });
});

it.each([
  ["/api/v2", "/api/v2"],
  ["/", ""],
  ["/{region}/", "/eu"],
  ["https://a.example/v1", ""],
])("what follows the host of a server %s is %s", (url, want) => {
  const variables = [variable({ default: "eu" })];
  expect(pathOnHost(server(url, { variables }))).toBe(want);
});

function variable(facts: Partial<ServerVariable>): ServerVariable {
  return { name: "region", default: null, values: [], description: null, ...facts };
}

describe("the variables of servers", () => {
  it.each<[name: string, given: readonly Partial<ServerVariable>[], want: Partial<ServerVariable>]>(
    [
      [
        "of one",
        [{ default: "eu", values: ["eu"], description: "Where." }],
        { default: "eu", values: ["eu"], description: "Where." },
      ],
      [
        "with values of two",
        [{ values: ["eu", "us"] }, { values: ["us", "ap"] }],
        { values: ["eu", "us", "ap"] },
      ],
      ["that may be anything on one", [{ values: ["eu"] }, {}], { values: [] }],
      ["with one default", [{ default: "eu" }, { default: "eu" }], { default: "eu" }],
      [
        "with two defaults, which are none",
        [{ default: "eu" }, { default: "us" }],
        { default: null },
      ],
      [
        "with the words of the first that has any",
        [{}, { description: "Where." }],
        { description: "Where." },
      ],
    ],
  )("are one of a name: %s", (_, given, want) => {
    const servers = given.map((facts) => server("/{region}", { variables: [variable(facts)] }));
    expect(variablesOf(servers)).toEqual([variable(want)]);
  });

  it("are in the order in which they are mentioned", () => {
    const servers = [
      ["a", "b"],
      ["c", "a"],
    ].map((names) => server("/", { variables: names.map((name) => variable({ name })) }));
    expect(variablesOf(servers).map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });
});

describe("a server's URL is relative", () => {
  it.each([
    ["https://a.example", false],
    ["HTTP://a.example", false],
    ["https://{region}.example", false],
    ["/v1", true],
    ["v1", true],
    ["//a.example", true],
    ["{scheme}://a.example", false],
    ["{path}/v1", true],
  ])("%s: %j", (url, want) => {
    expect(isRelative(server(url))).toBe(want);
  });
});
