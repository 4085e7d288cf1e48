import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../generator/read/document/document.js";
import { traceIn } from "../../../../generator/read/document/locate.js";
import { fromSwagger } from "../../../../generator/read/normalize/swagger/swagger.js";

const trace = traceIn({ file: "api.json", text: "" });
const head = { swagger: "2.0", info: { title: "Pets", version: "1" } };

function converted(parts: JsonObject): JsonObject {
  return fromSwagger({ ...head, ...parts }, trace).document;
}

/** What an operation with these parts becomes. */
function operation(parts: JsonObject, around: JsonObject = {}): unknown {
  const document = converted({ ...around, paths: { "/pets": { post: parts } } });
  return document;
}

const answers = { default: { description: "" } };

function posted(want: JsonObject): JsonObject {
  return { paths: { "/pets": { post: want } } };
}

describe("a document", () => {
  it("gets servers, schemas and security of OpenAPI 3", () => {
    expect(
      converted({
        host: "a.example",
        basePath: "/v1/",
        schemes: ["http", "https"],
        paths: {},
        definitions: { Pet: { properties: { owner: { $ref: "#/definitions/Owner" } } }, Owner: {} },
        securityDefinitions: {
          login: { type: "basic" },
          key: { type: "apiKey", name: "k", in: "query" },
          app: { type: "oauth2", flow: "application", tokenUrl: "/token", scopes: { a: "b" } },
        },
      }),
    ).toEqual({
      openapi: "3.0.3",
      info: head.info,
      servers: [{ url: "https://a.example/v1" }, { url: "http://a.example/v1" }],
      paths: {},
      components: {
        schemas: {
          Pet: { properties: { owner: { $ref: "#/components/schemas/Owner" } } },
          Owner: {},
        },
        securitySchemes: {
          login: { type: "http", scheme: "basic" },
          key: { type: "apiKey", name: "k", in: "query" },
          app: {
            type: "oauth2",
            flows: { clientCredentials: { tokenUrl: "/token", scopes: { a: "b" } } },
          },
        },
      },
    });
  });

  it("gives an operation with other schemes its own server", () => {
    const responses = {};
    const paths = {
      "/a": {
        get: { schemes: ["http"], responses },
        put: { schemes: ["https"], responses },
        post: { schemes: ["https", "http"], responses },
      },
    };
    expect(converted({ host: "a.example", schemes: ["https"], paths })["paths"]).toEqual({
      "/a": {
        get: { servers: [{ url: "http://a.example" }], responses },
        put: { responses },
        post: { responses },
      },
    });
  });

  it("may have only definitions", () => {
    expect(converted({ definitions: { Pet: { discriminator: "kind" } } })).toMatchObject({
      paths: {},
      components: { schemas: { Pet: { discriminator: { propertyName: "kind" } } } },
    });
  });
});

describe("a parameter", () => {
  it.each<[JsonObject, JsonObject]>([
    [
      { name: "a", in: "query", type: "string", enum: ["x"], description: "d" },
      { name: "a", in: "query", description: "d", schema: { type: "string", enum: ["x"] } },
    ],
    [
      { name: "a", in: "query", type: "array", items: { type: "string" } },
      {
        ...{ name: "a", in: "query", explode: false },
        schema: { type: "array", items: { type: "string" } },
      },
    ],
    [
      { name: "a", in: "query", type: "array", items: {}, collectionFormat: "multi" },
      {
        ...{ name: "a", in: "query", style: "form", explode: true },
        schema: { type: "array", items: {} },
      },
    ],
    [
      { name: "a", in: "query", type: "array", items: {}, collectionFormat: "pipes" },
      {
        ...{ name: "a", in: "query", style: "pipeDelimited", explode: false },
        schema: { type: "array", items: {} },
      },
    ],
    [
      { name: "a", in: "query", type: "array", items: {}, collectionFormat: "tsv" },
      {
        ...{ name: "a", in: "query", style: "tabDelimited", explode: false },
        schema: { type: "array", items: {} },
      },
    ],
    [
      { name: "a", in: "header", type: "array", items: {}, collectionFormat: "tsv" },
      {
        ...{ name: "a", in: "header", style: "tabSeparated", explode: false },
        schema: { type: "array", items: {} },
      },
    ],
  ])("%j", (parameter, want) => {
    expect(operation({ parameters: [parameter], responses: answers })).toMatchObject(
      posted({ parameters: [want] }),
    );
  });
});

describe("a body", () => {
  it("takes the content types of the operation, else of the document", () => {
    const body = { name: "pet", in: "body", required: true, schema: { $ref: "#/definitions/Pet" } };
    const around = { consumes: ["text/json"], definitions: { Pet: {} } };
    const schema = { $ref: "#/components/schemas/Pet" };
    expect(operation({ parameters: [body], responses: answers }, around)).toMatchObject(
      posted({ requestBody: { required: true, content: { "text/json": { schema } } } }),
    );
    expect(
      operation({ consumes: ["a/b"], parameters: [body], responses: answers }, around),
    ).toMatchObject(posted({ requestBody: { content: { "a/b": { schema } } } }));
  });

  it("may be a parameter that is shared", () => {
    const around = { parameters: { Pet: { name: "pet", in: "body", schema: { type: "object" } } } };
    expect(
      operation({ parameters: [{ $ref: "#/parameters/Pet" }], responses: answers }, around),
    ).toMatchObject({
      ...posted({
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
      }),
      components: { parameters: {} },
    });
  });

  it("is built from the fields of a form", () => {
    const parameters = [
      { name: "name", in: "formData", type: "string", required: true },
      { name: "photo", in: "formData", type: "file" },
    ];
    const schema = {
      type: "object",
      required: ["name"],
      properties: { name: { type: "string" }, photo: { type: "string", format: "binary" } },
    };
    expect(operation({ parameters, responses: answers })).toMatchObject(
      posted({ requestBody: { required: true, content: { "multipart/form-data": { schema } } } }),
    );
  });
});

describe("a response", () => {
  it("has its schema in each content type, and its headers with theirs", () => {
    const responses = {
      200: {
        description: "A pet",
        schema: { type: "object" },
        headers: { "X-Left": { type: "integer" } },
        examples: { "text/json": { name: "Tom" } },
      },
      default: { $ref: "#/responses/Failed" },
    };
    const around = { responses: { Failed: { description: "No", schema: { type: "file" } } } };
    expect(operation({ produces: ["text/json"], responses }, around)).toMatchObject({
      ...posted({
        responses: {
          200: {
            description: "A pet",
            headers: { "X-Left": { schema: { type: "integer" } } },
            content: { "text/json": { schema: { type: "object" }, example: { name: "Tom" } } },
          },
          default: { $ref: "#/components/responses/Failed" },
        },
      }),
      components: {
        responses: {
          Failed: {
            content: {
              "application/octet-stream": { schema: { type: "string", format: "binary" } },
            },
          },
        },
      },
    });
  });

  it("is found by references into it", () => {
    const responses = {
      200: { description: "", schema: { type: "object" } },
      default: { description: "", schema: { $ref: "#/paths/~1pets/post/responses/200/schema" } },
    };
    const $ref = "#/paths/~1pets/post/responses/200/content/application~1json/schema";
    expect(operation({ responses })).toMatchObject(
      posted({ responses: { default: { content: { "application/json": { schema: { $ref } } } } } }),
    );
  });
});

it("records the original place of everything", () => {
  const parameters = [
    { name: "pet", in: "body", schema: {} },
    { name: "a", in: "query", type: "string" },
  ];
  const headers = { "X-Left": { type: "integer" } };
  const post = { parameters, responses: { 200: { description: "", schema: {}, headers } } };
  const fields = ["b", "c"].map((name) => ({ name, in: "formData", type: "string" }));
  const put = { parameters: fields, consumes: ["a/b", "multipart/form-data"], responses: {} };
  const { trace: traced } = fromSwagger(
    {
      ...head,
      paths: { "/a": { post, put } },
      parameters: { Page: { name: "page", in: "query", type: "integer" } },
    },
    trace,
  );
  const at = "/paths/~1a/post";
  expect(
    [
      "/components/schemas/Pet/items",
      `${at}/parameters/0/schema/type`,
      `${at}/responses/200/headers/X-Left/schema/type`,
      "/paths/~1a/put/requestBody/content/multipart~1form-data/schema/properties/c/type",
      "/components/parameters/Page/schema/type",
      `${at}/requestBody/content/application~1json/schema/type`,
      `${at}/responses/200/content/application~1json/schema`,
      "/info",
    ].map((pointer) => traced(pointer).pointer),
  ).toEqual([
    "/definitions/Pet/items",
    `${at}/parameters/1/type`,
    `${at}/responses/200/headers/X-Left/type`,
    "/paths/~1a/put/parameters/1/type",
    "/parameters/Page/type",
    `${at}/parameters/0/schema/type`,
    `${at}/responses/200/schema`,
    "/info",
  ]);
});
