import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import { bodyData } from "../../../generator/plan/sdk/body-data.js";
import type { BodyView } from "../../../generator/plan/sdk/data-views.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { operationIn } from "../blueprint.js";
import { plainBody } from "./plain-body.js";

const form = {
  type: "object",
  properties: { name: { type: "string" }, tags: { type: "array", items: { type: "string" } } },
};

/** The data for the runtime about a body of one content type. */
function dataOf(contentType: string, media: JsonObject, facts: JsonObject = {}) {
  const requestBody = { ...facts, content: { [contentType]: media } };
  const { operation, blueprint } = operationIn({ paths: { "/a": { post: { requestBody } } } });
  if (operation.body === null) throw new Error("no body");
  const { view, uses } = bodyData(operation.body, callFrom(operation, blueprint.api).arguments);
  return { view, uses: uses.map(({ module, name }) => `${name} < ${module}`) };
}

/** A setting of a field's encoding that is code. */
function code(key: string, spelled: string): object {
  return { key, text: null, bare: spelled, headers: [] };
}

interface Case {
  readonly media: JsonObject;
  readonly facts?: JsonObject;
  readonly want: Partial<BodyView> & Pick<BodyView, "write">;
  readonly uses: readonly string[];
}

describe("the data of a body for the runtime", () => {
  it.each<[contentType: string, row: Case]>([
    [
      "application/vnd.api+json",
      {
        media: { schema: form },
        facts: { required: true },
        want: { write: "jsonBody", contentType: "application/vnd.api+json", isOptional: false },
        uses: ["jsonBody < ../runtime/body-json.js"],
      },
    ],
    [
      "application/x-www-form-urlencoded",
      {
        media: { schema: form },
        want: { write: "formBody" },
        uses: ["formBody < ../runtime/body-form.js"],
      },
    ],
    [
      "multipart/form-data",
      {
        media: { schema: form },
        want: { write: "multipartBody" },
        uses: ["multipartBody < ../runtime/body-multipart.js"],
      },
    ],
    [
      "text/csv",
      {
        media: { schema: { type: "string" } },
        want: { write: "rawBody", contentType: "text/csv", field: "body" },
        uses: ["rawBody < ../runtime/body-raw.js"],
      },
    ],
    [
      "image/png",
      {
        media: {},
        want: { write: "rawBody", contentType: "image/png", field: "body" },
        uses: ["rawBody < ../runtime/body-raw.js"],
      },
    ],
  ])("%s", (contentType, { media, facts, want, uses }) => {
    expect(dataOf(contentType, media, facts)).toEqual({ view: { ...plainBody, ...want }, uses });
  });

  it("is only its writer if it is required and of the writer's media type", () => {
    expect(dataOf("application/json", { schema: form }, { required: true }).view).toMatchObject({
      write: "jsonBody",
      isUsual: true,
    });
  });

  it.each([
    ["*/*", form, null],
    ["application/*", form, null],
    ["*/*", { type: "string", format: "binary" }, null],
    ["application/*; q=1", { type: "string", format: "binary" }, null],
    ["image/*", { type: "string", format: "binary" }, null],
    ["text/*", { type: "string" }, "text/plain"],
    ["multipart/*", form, null],
    ["application/json", form, null],
    ["application/octet-stream", { type: "string", format: "binary" }, null],
  ])("%s of %j is sent as %s, or as its writer has it", (contentType, schema, want) => {
    expect(dataOf(contentType, { schema }).view.contentType).toBe(want);
  });
});

describe("the data of a form's fields for the runtime", () => {
  it.each<
    [
      name: string,
      contentType: string,
      encoding: JsonObject,
      want: readonly object[],
      uses: readonly string[],
    ]
  >([
    [
      "is their style",
      "application/x-www-form-urlencoded",
      { tags: { style: "spaceDelimited", explode: false }, name: { allowReserved: true } },
      [
        { name: "tags", settings: [code("write", "spaceDelimitedStyle")] },
        {
          name: "name",
          settings: [code("write", "formExplodedStyle"), code("encode", "encodeReserved")],
        },
      ],
      [
        "spaceDelimitedStyle < ../runtime/style-form.js",
        "formExplodedStyle < ../runtime/style-form.js",
        "encodeReserved < ../runtime/encode.js",
      ],
    ],
    [
      "is that they are JSON",
      "application/x-www-form-urlencoded",
      { tags: { contentType: "application/json" } },
      [{ name: "tags", settings: [code("write", "jsonPair")] }],
      ["jsonPair < ../runtime/style-content.js"],
    ],
    [
      "is nothing where that goes without saying",
      "application/x-www-form-urlencoded",
      { tags: { style: "form", explode: true }, name: { contentType: "text/plain" } },
      [],
      [],
    ],
    [
      "is the type of their parts, or their style",
      "multipart/form-data",
      {
        tags: { contentType: "application/json" },
        name: { style: "form", explode: false, allowReserved: true, contentType: "text/csv" },
      },
      [
        {
          name: "tags",
          settings: [{ key: "contentType", text: "application/json", bare: null, headers: [] }],
        },
        { name: "name", settings: [code("write", "formStyle")] },
      ],
      ["formStyle < ../runtime/style-form.js"],
    ],
    [
      "is the headers of their parts that have a value",
      "multipart/form-data",
      {
        name: {
          headers: {
            "X-Const": { schema: { const: "a" } },
            "X-Default": { schema: { type: "integer", default: 0 } },
            "X-Other": { schema: { type: "string" } },
            "Content-Type": { schema: { const: "b" } },
          },
        },
      },
      [
        {
          name: "name",
          settings: [
            {
              key: "headers",
              text: null,
              bare: null,
              headers: [
                { name: "X-Const", value: "a" },
                { name: "X-Default", value: "0" },
              ],
            },
          ],
        },
      ],
      [],
    ],
    [
      "is nothing of a body that is no form",
      "application/json",
      { tags: { contentType: "text/plain", style: "deepObject" } },
      [],
      [],
    ],
  ])("%s", (_, contentType, encoding, want, uses) => {
    const given = dataOf(contentType, { schema: form, encoding });
    expect(given.view.encodings).toEqual(want);
    expect(given.view.hasEncodings).toBe(want.length > 0);
    expect(given.uses.slice(1)).toEqual(uses);
  });
});
