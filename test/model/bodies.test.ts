import { describe, expect, it } from "vitest";
import { bodyFrom } from "../../generator/model/bodies.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { readingOf, schema } from "./documents.js";

const words = { "application/json": { schema: { type: "string" }, example: "a" } };
const text = schema({ kind: "scalar", type: "string", format: null });
const shared = { components: { requestBodies: { Words: { required: true, content: words } } } };

function bodyOf(operation: JsonObject, method: "get" | "head" | "post" = "post") {
  const { reading, problems } = readingOf(shared);
  return { body: bodyFrom(reading, { node: operation, pointer: "/o" }, method), problems };
}

const wordsContent = {
  contentType: "application/json",
  format: "json",
  encodings: [],
  alternatives: [],
  schema: text,
  example: { value: "a" },
  stream: null,
  examples: [],
} as const;

describe("the body of a request", () => {
  it.each([
    ["is not said", { given: {}, want: null }],
    ["has no content", { given: { requestBody: { required: true, content: {} } }, want: null }],
    [
      "is optional by default",
      {
        given: { requestBody: { content: words, description: " Words. " } },
        want: {
          required: false,
          description: "Words.",
          ...wordsContent,
        },
      },
    ],
    [
      "is a reference",
      {
        given: { requestBody: { $ref: "#/components/requestBodies/Words" } },
        want: {
          required: true,
          description: null,
          ...wordsContent,
        },
      },
    ],
    [
      "is a reference without a target",
      { given: { requestBody: { $ref: "#/components/requestBodies/None" } }, want: null },
    ],
  ])("%s", (_, { given, want }) => {
    expect(bodyOf(given)).toEqual({ body: want, problems: [] });
  });

  it("may have a media type whose fields are encoded", () => {
    const media = {
      schema: { type: "object" },
      encoding: {
        list: { style: "spaceDelimited", explode: false },
        link: { allowReserved: true },
        usual: { style: "form", explode: true },
        meta: { contentType: " application/json " },
        photo: {
          contentType: "image/png, image/jpeg",
          headers: { "X-A": {}, "X-B": { schema: { const: "b" } } },
        },
        bare: {},
        nothing: null,
      },
    };
    const content = { "multipart/form-data": media };
    const { body, problems } = bodyOf({ requestBody: { content } });
    expect(problems).toEqual([
      {
        severity: "warning",
        pointer: "/o/requestBody/content/multipart~1form-data/encoding/photo/headers/X-A",
        message:
          'the header "X-A" is sent only with files that name it in `headers`: give its schema a `const` or a `default`',
        kind: "unsupported-part-header",
      },
    ]);
    expect(body).toMatchObject({
      contentType: "multipart/form-data",
      format: "multipart",
      encodings: [
        {
          name: "list",
          contentType: null,
          serialization: {
            kind: "style",
            style: "spaceDelimited",
            explode: false,
            allowReserved: false,
          },
          headers: [],
        },
        {
          name: "link",
          contentType: null,
          serialization: { kind: "style", style: "form", explode: true, allowReserved: true },
          headers: [],
        },
        { name: "usual", contentType: null, serialization: null, headers: [] },
        { name: "meta", contentType: "application/json", serialization: null, headers: [] },
        {
          name: "photo",
          contentType: "image/png, image/jpeg",
          serialization: null,
          headers: [{ name: "X-B", value: "b" }],
        },
        { name: "bare", contentType: null, serialization: null, headers: [] },
      ],
    });
  });

  it("is reported if a field's style isn't known", () => {
    const encoding = { list: { style: "matrix" } };
    const content = { "application/x-www-form-urlencoded": { encoding } };
    const { body, problems } = bodyOf({ requestBody: { content } });
    expect(body?.encodings).toEqual([
      { name: "list", contentType: null, serialization: null, headers: [] },
    ]);
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "/o/requestBody/content/application~1x-www-form-urlencoded/encoding/list/style",
    ]);
  });

  it.each(["get", "head"] as const)("of a %s is left out with a warning", (method) => {
    expect(bodyOf({ requestBody: { content: words } }, method)).toEqual({
      body: null,
      problems: [
        {
          severity: "warning",
          pointer: "/o/requestBody",
          kind: "unsupported-body",
          message: `the body of a ${method.toUpperCase()} is left out, since \`fetch\` can't send it: describe parameters, or use another method`,
        },
      ],
    });
  });
});
