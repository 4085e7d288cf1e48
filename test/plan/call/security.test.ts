import { describe, expect, it } from "vitest";
import type { ScopedScheme } from "../../../generator/model/api/security.js";
import { alternativesFrom, schemesOfCalls } from "../../../generator/plan/call/security.js";
import type { Json } from "../../../generator/read/document/document.js";
import { modelOf, operationOf } from "../../model/documents.js";

const flows = { clientCredentials: { tokenUrl: "https://a.example/token", scopes: {} } };
const components = {
  securitySchemes: {
    machine: { type: "oauth2", flows },
    robot: { type: "oauth2", flows },
    token: { type: "http", scheme: "bearer" },
  },
};

describe("the schemes of an operation", () => {
  it.each<[name: string, security: Json, want: readonly (readonly ScopedScheme[])[]]>([
    ["are none", [], []],
    [
      "have scopes where the client gets the token",
      [{ machine: ["b", "a"] }],
      [[{ name: "machine", scopes: ["b", "a"] }]],
    ],
    [
      "have none where the client is given the token",
      [{ token: ["a"] }],
      [[{ name: "token", scopes: [] }]],
    ],
    [
      "are alternatives, the one without any last",
      [{}, { token: [] }, { machine: [] }],
      [[{ name: "token", scopes: [] }], [{ name: "machine", scopes: [] }], []],
    ],
    [
      "may go together, each with its own scopes",
      [{ machine: ["a"], robot: ["b"], token: ["c"] }],
      [
        [
          { name: "machine", scopes: ["a"] },
          { name: "robot", scopes: ["b"] },
          { name: "token", scopes: [] },
        ],
      ],
    ],
  ])("%s", (_, security, want) => {
    const document = { components, paths: { "/a": { get: { security } } } };
    const { security: requirements } = operationOf(document);
    expect(alternativesFrom(requirements, modelOf(document))).toEqual(want);
  });
});

describe("the schemes of all operations", () => {
  it("are listed by the number of operations", () => {
    const api = modelOf({
      components,
      paths: {
        "/a": {
          get: { security: [{ machine: ["read"] }, { token: [] }] },
          put: { security: [{ machine: ["read", "write"] }] },
        },
      },
    });
    expect(schemesOfCalls(api)).toEqual([
      { name: "machine", scopes: ["read"] },
      { name: "token", scopes: [] },
      { name: "machine", scopes: ["read", "write"] },
    ]);
  });
});
