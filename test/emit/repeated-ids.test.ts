import { describe, expect, it } from "vitest";
import { withoutRepeatedIds } from "../../generator/emit/repeated-ids.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";

const a = { operationId: "a", summary: "A." };
const bare = { summary: "A." };

describe("an operationId is left out", () => {
  it.each<[name: string, row: { given: JsonObject; want: JsonObject }]>([
    [
      "where it was used before",
      {
        given: { paths: { "/a": { get: a, put: a }, "/b": { get: a } } },
        want: { paths: { "/a": { get: a, put: bare }, "/b": { get: bare } } },
      },
    ],
    [
      "where a path has used it before a webhook",
      {
        given: { webhooks: { w: { post: a } }, paths: { "/a": { get: a } } },
        want: { webhooks: { w: { post: bare } }, paths: { "/a": { get: a } } },
      },
    ],
    ...[5, null, "", " ", "100%"].map(
      (operationId): [string, { given: JsonObject; want: JsonObject }] => [
        `where it is ${JSON.stringify(operationId)}`,
        {
          given: { paths: { "/a": { get: { ...bare, operationId } } } },
          want: { paths: { "/a": { get: bare } } },
        },
      ],
    ),
  ])("%s", (_, { given, want }) => {
    expect(withoutRepeatedIds(given)).toEqual(want);
  });
});

describe("everything else", () => {
  it.each<[name: string, given: Json]>([
    ["distinct ids", { "/a": { get: a, put: { operationId: "A" } } }],
    ["references", { "/a": { $ref: "#/components/pathItems/A" } }],
    ["what is no object", { "/a": null, "/b": { get: null, summary: "a" } }],
    ["paths that are a list", [a, a]],
  ])("stays, %s too", (_, paths) => {
    expect(withoutRepeatedIds({ openapi: "3.1.0", paths })).toEqual({ openapi: "3.1.0", paths });
  });
});
