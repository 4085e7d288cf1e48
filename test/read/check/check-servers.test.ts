import { describe, expect, it } from "vitest";
import { serverMistakes, serverProblems } from "../../../generator/read/check/check-servers.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom } from "./lines.js";

it.each([[undefined], [[]], [[{ url: "https://api.example.com" }, { url: "/v1" }]]])(
  "%j is fine",
  (servers) => {
    expect(serverProblems(servers, "/servers")).toEqual([]);
  },
);

it.each([
  [{ url: "/" }, "/servers", "`servers` is not a list: write a list of objects with a `url`"],
  [["https://a"], "/servers/0", "an entry of `servers` is not an object: write it as `url: …`"],
  [[{ url: "/" }, {}], "/servers/1", "an entry of `servers` has no `url`: add it"],
  [[{ url: 1 }], "/servers/0", "the `url` of an entry of `servers` is not text: quote it"],
])("%j is a problem", (servers, pointer, message) => {
  expect(serverProblems(servers, "/servers")).toEqual([{ severity: "error", pointer, message }]);
});

describe("a server that no request can be sent to", () => {
  it.each<[server: JsonObject, want: string]>([
    [
      { url: "/api/v2" },
      '/servers/0/url the server "/api/v2" has no host; every client has to set the option `serverURL` or `origin`: write an absolute URL, or the `host` of Swagger 2.0',
    ],
    [
      { url: "https://" },
      '/servers/0/url the server "https://" has no host; every client has to set the option `serverURL` or `origin`: write an absolute URL, or the `host` of Swagger 2.0',
    ],
    [
      { url: "api.a.example/v1" },
      '/servers/0/url the server "api.a.example/v1" has no scheme and is read as "https://api.a.example/v1": write that',
    ],
    [
      { url: "https://{regoin}.a.example", variables: { region: { default: "eu" } } },
      '/servers/0/url the server has {regoin}, which `variables` doesn\'t declare; every client has to set the option `serverVariables`: did you mean "region"?',
    ],
  ])("%j is reported", (server, want) => {
    expect(linesFrom(serverMistakes, { servers: [server] })).toEqual([want]);
  });

  it("is read with a scheme", () => {
    const document = { servers: [{ url: "api.a.example/v1" }] };
    expect(applyFixes(document, serverMistakes(document))).toEqual({
      servers: [{ url: "https://api.a.example/v1" }],
    });
  });

  it("ignores servers that are overridden", () => {
    const servers = [{ url: "https://a.example" }, { url: "/v1" }];
    const paths = { "/a": { servers: [{ url: "/" }], get: { servers: [{ url: "" }] } } };
    expect(linesFrom(serverMistakes, { servers, paths })).toEqual([]);
  });
});
