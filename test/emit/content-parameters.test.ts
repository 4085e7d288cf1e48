import { describe, expect, it } from "vitest";
import { withContentParameters } from "../../generator/emit/content-parameters.js";
import type { JsonObject } from "../../generator/read/document/document.js";

const schema = { type: "object" };
const given = { name: "filter", in: "query", content: { "application/json": { schema } } };
const want = { name: "filter", in: "query", schema };

describe("a parameter with a content has its schema", () => {
  it.each<[name: string, row: { given: JsonObject; want: JsonObject }]>([
    [
      "in an operation",
      {
        given: { paths: { "/a": { get: { parameters: [given] } } } },
        want: { paths: { "/a": { get: { parameters: [want] } } } },
      },
    ],
    [
      "in a path",
      {
        given: { paths: { "/a": { parameters: [given], get: {} } } },
        want: { paths: { "/a": { parameters: [want], get: {} } } },
      },
    ],
    [
      "that is the whole of a query, as one of the query's",
      {
        given: { paths: { "/a": { get: { parameters: [{ ...given, in: "querystring" }] } } } },
        want: { paths: { "/a": { get: { parameters: [want] } } } },
      },
    ],
    [
      "in a path item among the components",
      {
        given: { components: { pathItems: { A: { get: { parameters: [given] } } } } },
        want: { components: { pathItems: { A: { get: { parameters: [want] } } } } },
      },
    ],
    [
      "among the components",
      {
        given: { components: { parameters: { Filter: given } } },
        want: { components: { parameters: { Filter: want } } },
      },
    ],
  ])("%s", (_, row) => {
    expect(withContentParameters(row.given)).toEqual(row.want);
  });
});

it.each<[name: string, document: JsonObject]>([
  ["without a content", { paths: { "/a": { get: { parameters: [want] } } } }],
  [
    "of a content without a schema",
    { paths: { "/a": { get: { parameters: [{ name: "a", content: { "text/plain": {} } }] } } } },
  ],
  ["that is referred to", { paths: { "/a": { get: { parameters: [{ $ref: "#/x" }] } } } }],
  ["in a document that has no object where one belongs", { paths: { "/a": null }, components: [] }],
])("a parameter stays as it is %s", (_, document) => {
  expect(withContentParameters(document)).toEqual(document);
});
