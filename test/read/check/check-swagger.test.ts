import { expect, it } from "vitest";
import { swaggerProblems } from "../../../generator/read/check/check-swagger.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { serversFrom } from "../../../generator/read/normalize/swagger/servers.js";

const body: JsonObject = { name: "pet", in: "body", schema: {} };
const field: JsonObject = { name: "note", in: "formData", type: "string" };

function linesOf(own: JsonObject[], shared: JsonObject[] = []): string[] {
  const item = { parameters: shared, post: { parameters: own } };
  const document = { swagger: "2.0", paths: { "/a": item }, parameters: { Other: body } };
  return swaggerProblems(document).map(({ pointer, message }) => `${pointer} ${message}`);
}

it("reads a host without the scheme that it can't have", () => {
  const document = { swagger: "2.0", host: "http://a.example/", basePath: "/v1", paths: {} };
  expect(swaggerProblems(document)).toMatchObject([
    {
      pointer: "/host",
      message:
        '`host` is "http://a.example/" and is read without its scheme: move the scheme to `schemes`',
    },
  ]);
  expect(serversFrom(document)).toEqual([{ url: "http://a.example/v1" }]);
});

it.each<[name: string, own: JsonObject[], shared: JsonObject[], want: string[]]>([
  ["one body", [body], [], []],
  ["a body that replaces that of its path", [body], [{ ...body }], []],
  ["a form", [field, { ...field, name: "b" }], [], []],
  [
    "a body and a form",
    [field, body],
    [],
    [
      '/paths/~1a/post/parameters/0 an operation has one body, which is "pet", so the form field "note" is left out: remove one of them',
    ],
  ],
  [
    "a body beside that of its path",
    [{ ...body, name: "own" }],
    [{ $ref: "#/parameters/Other" }],
    [
      '/paths/~1a/parameters/0 an operation has one body, which is "own", so the body "pet" is left out: remove one of them',
    ],
  ],
  [
    "a list of lists",
    [
      {
        ...{ name: "a", in: "query", type: "array", collectionFormat: "pipes" },
        items: { type: "array", items: { type: "string" } },
      },
    ],
    [],
    [
      "/paths/~1a/post/parameters/0/items lists in the list of a parameter are sent as JSON, and their `collectionFormat` is ignored: describe a list of texts",
    ],
  ],
])("%s", (_, own, shared, want) => {
  expect(linesOf(own, shared)).toEqual(want);
});
