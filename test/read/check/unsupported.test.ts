import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { limitations, unsupportedIn } from "../../../generator/read/check/unsupported.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { root } from "../../imports.js";
import { linesFrom, schemaA } from "./lines.js";

it("matches the list of the guide", () => {
  const page = readFileSync(join(root, "generator/docs/limitations.md"), "utf8");
  const items = [...page.matchAll(/^- (.*(?:\n {2}.*)*)/gm)].map(([, text = ""]) =>
    text.replace(/\s+/g, " "),
  );
  expect(items).toEqual(limitations.map(({ text }) => text));
});

it.each<[parts: JsonObject, want: string[]]>([
  [
    schemaA({ not: { type: "null" }, unevaluatedProperties: false }),
    [
      "/components/schemas/A/not `not` isn't checked and doesn't affect the type: also describe it in `description`",
      "/components/schemas/A/unevaluatedProperties `unevaluatedProperties` isn't checked and doesn't affect the type: also describe it in `description`",
    ],
  ],
  [
    {
      components: { responses: { A: { content: { "text/csv": { schema: { type: "array" } } } } } },
    },
    [
      "/components/responses/A/content/text~1csv/schema `schema` of a text is ignored, because only JSON is parsed: the type of the body is `string`",
    ],
  ],
  [
    {
      components: {
        schemas: { Word: { type: "string" }, Count: { type: "integer" } },
        responses: {
          A: { content: { "text/plain": { schema: { $ref: "#/components/schemas/Word" } } } },
          B: { content: { "text/plain": { schema: { $ref: "#/components/schemas/Count" } } } },
          C: { content: { "text/plain": { schema: {} }, "text/event-stream": { schema: {} } } },
          D: { content: { "text/plain": { schema: { type: "object" } }, "application/json": {} } },
        },
      },
    },
    [
      "/components/responses/B/content/text~1plain/schema `schema` of a text is ignored, because only JSON is parsed: the type of the body is `string`",
    ],
  ],
  [
    schemaA({ type: "integer", default: 2 ** 60, example: 2 ** 53 - 1, maximum: 2 ** 60 }),
    [
      "/components/schemas/A/default `default` is rounded to 1152921504606847000, because JavaScript's numbers have 53 bits: describe it as text, with `type: string`",
    ],
  ],
  [
    {
      components: {
        responses: {
          A: {
            content: {
              "application/json": {
                examples: { a: { value: 1 }, b: { externalValue: "https://a.example" } },
              },
            },
          },
        },
      },
    },
    [
      "/components/responses/A/content/application~1json/examples `examples` has an example without a `value`, which isn't on the page: add its `value`",
    ],
  ],
  [
    schemaA({ "x-speakeasy-unknown-values": "allow", oneOf: [{ type: "string" }] }),
    [
      "/components/schemas/A/x-speakeasy-unknown-values `x-speakeasy-unknown-values` has no effect on a union: add a member for other values, such as `type: object`, or remove the extension",
    ],
  ],
  [
    { paths: { "/a": { trace: { operationId: "a" } } } },
    [
      "/paths/~1a/trace `trace` can't be sent by `fetch`: its calls need a client option `fetch` that can",
    ],
  ],
])("in %j is reported", (parts, want) => {
  expect(linesFrom(unsupportedIn, parts).sort()).toEqual(want.sort());
});

it("reports the schema of a text, except for the data of an event", () => {
  const data = {
    type: "string",
    contentMediaType: "application/json",
    contentSchema: { type: "object" },
  };
  const event = (): JsonObject => ({ type: "object", properties: { data: { ...data } } });
  const stream = (itemSchema: JsonObject): JsonObject => ({
    get: { responses: { 200: { content: { "text/event-stream": { itemSchema } } } } },
  });
  const parts = {
    paths: { "/a": stream(event()), "/b": stream({ $ref: "#/components/schemas/Events" }) },
    components: {
      schemas: {
        Events: { oneOf: [{ $ref: "#/components/schemas/Event" }] },
        Event: {
          ...event(),
          allOf: [{ properties: { meta: { $ref: "#/components/schemas/Meta" } } }],
        },
        Meta: event(),
        Other: event(),
      },
    },
  };
  expect(linesFrom(unsupportedIn, parts)).toEqual([
    "/components/schemas/Meta/properties/data/contentSchema `contentSchema` isn't checked and doesn't affect the type: also describe it in `description`",
    "/components/schemas/Other/properties/data/contentSchema `contentSchema` isn't checked and doesn't affect the type: also describe it in `description`",
  ]);
});

it("ignores empty values", () => {
  const parts = {
    paths: { "/a": { get: { responses: { 200: { links: {} } } } } },
  };
  expect(linesFrom(unsupportedIn, parts)).toEqual([]);
});

it("reports the schemas of XML and of multipart sequences that don't affect the type", () => {
  const response = (content: JsonObject): JsonObject => ({
    paths: { "/a": { get: { responses: { 200: { description: "", content } } } } },
  });
  const object = { type: "object" };
  expect(linesFrom(unsupportedIn, response({ "application/xml": { schema: object } }))).toEqual([
    "/paths/~1a/get/responses/200/content/application~1xml/schema `schema` of XML is ignored, because XML isn't parsed: the type of the body is `string`",
  ]);
  expect(linesFrom(unsupportedIn, response({ "multipart/mixed": { itemSchema: object } }))).toEqual(
    [
      "/paths/~1a/get/responses/200/content/multipart~1mixed/itemSchema `itemSchema` of a multipart body is ignored, because its parts aren't read: the body is bytes",
    ],
  );
  for (const content of [
    { "application/xml": { schema: { type: "string" } } },
    { "application/xml": { schema: {} } },
    { "application/xml": { schema: object }, "application/json": { schema: object } },
    { "application/jsonl": { itemSchema: object } },
  ]) {
    expect(linesFrom(unsupportedIn, response(content))).toEqual([]);
  }
});
