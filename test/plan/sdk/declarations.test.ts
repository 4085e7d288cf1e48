import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import { callTypesOf } from "../../../generator/plan/sdk/call-types.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";
import { declared } from "./declared.js";

describe("request views", () => {
  const words = { type: "string" };
  const bytes = { type: "string", format: "binary" };

  function requestOf(operation: JsonObject) {
    const { request, imports } = declared({
      paths: { "/a/{id}": { post: { operationId: "post", ...operation } } },
      components: {
        schemas: {
          Pet: { required: ["name"], properties: { name: words, age: { type: "integer" } } },
          Open: { properties: { name: words }, additionalProperties: true },
          Typed: { properties: { name: words }, additionalProperties: { type: "integer" } },
          Photos: { type: "array", items: bytes },
        },
      },
    });
    return { request: request.join("\n"), imports };
  }

  function parameter(location: string, name: string, required = false): JsonObject {
    return { in: location, name, required, schema: words };
  }

  const id = parameter("path", "id", true);

  function multipart(properties: JsonObject): JsonObject {
    const schema = { type: "object", properties };
    return { required: true, content: { "multipart/form-data": { schema } } };
  }

  describe("the request of an operation", () => {
    it("is null if the operation has no arguments", () => {
      expect(requestOf({})).toEqual({ request: "", imports: [] });
    });

    it("has the fields of all places", () => {
      const body = json(ref("Pet"), { required: true });
      const parameters = [id, parameter("query", "q"), parameter("header", "X-A")];
      expect(requestOf({ parameters, requestBody: body, summary: "Make a pet" })).toEqual({
        request: `/** Request of {@link post}: Make a pet */
export interface PostRequest {
  id: string;
  q?: string | undefined;
  "X-A"?: string | undefined;
  name: string;
  age?: number | undefined;
}`,
        imports: [],
      });
    });

    it("describes each field as the document does", () => {
      const schema = { type: "integer", minimum: 1, maximum: 100, default: 10 };
      const limit = {
        in: "query",
        name: "limit",
        description: "How many.",
        deprecated: true,
        schema,
      };
      expect(
        requestOf({ parameters: [{ ...limit, example: 20 }] }).request,
      ).toBe(`/** Request of {@link post}. */
export interface PostRequest {
  /**
   * How many.
   *
   * maximum: 100, minimum: 1
   *
   * @default 10
   * @example 20
   * @deprecated
   */
  limit?: number | undefined;
}`);
    });

    it("distinguishes parameters of the same name by their places", () => {
      expect(requestOf({ parameters: [id, parameter("query", "id")] }).request).toContain(
        "  id: string;\n  query_id?: string | undefined;\n",
      );
    });

    it("has a body that isn't an object as one field", () => {
      expect(requestOf({ requestBody: json({ type: "array", items: ref("Pet") }) })).toEqual({
        request: `/** Request of {@link post}. */
export interface PostRequest {
  body?: Pet[] | undefined;
}`,
        imports: ["Pet < ../models.js"],
      });
    });

    it("has a body with typed additional properties as one field", () => {
      expect(requestOf({ requestBody: json(ref("Typed"), { required: true }) }).request).toContain(
        "{\n  body: Typed;\n}",
      );
    });

    it("accepts additional properties if the body allows them", () => {
      const requestBody = json(ref("Open"), { required: true });
      expect(requestOf({ parameters: [id], requestBody }).request).toContain(
        "{\n  id: string;\n  name?: string | undefined;\n  [key: string]: unknown;\n}",
      );
    });

    it("requires all or none of the required fields of an optional body", () => {
      const requestBody = json(ref("Pet"));
      expect(
        requestOf({ parameters: [id], requestBody }).request,
      ).toBe(`/** Request of {@link post}. */
export type PostRequest = PostRequestWithBody | PostRequestWithoutBody;
/** Request of {@link post}. */
export interface PostRequestWithBody {
  id: string;
  name: string;
  age?: number | undefined;
}
/** Request of {@link post}. */
export interface PostRequestWithoutBody {
  id: string;
  name?: undefined;
  age?: undefined;
}`);
    });

    it("accepts files for the binary fields of a form", () => {
      const requestBody = multipart({
        name: words,
        file: bytes,
        files: { type: "array", items: bytes },
        photos: ref("Photos"),
      });
      expect(requestOf({ requestBody })).toEqual({
        request: `/** Request of {@link post}. */
export interface PostRequest {
  name?: string | undefined;
  /** format: binary */
  file?: FileInput | undefined;
  files?: FileInput[] | undefined;
  photos?: Photos | undefined;
}`,
        imports: ["FileInput < ../runtime/body-multipart.js", "Photos < ../models.js"],
      });
    });

    it.each([
      ["text/plain", "string", []],
      ["image/png", "BinaryInput", ["BinaryInput < ../runtime/body-raw.js"]],
    ])("has a body of %s as a %s", (contentType, type, imports) => {
      const requestBody = { required: true, content: { [contentType]: { schema: words } } };
      expect(requestOf({ requestBody })).toEqual({
        request: `/** Request of {@link post}. */\nexport interface PostRequest {\n  body: ${type};\n}`,
        imports,
      });
    });

    it("may have fields named like members of every object", () => {
      const parameters = ["constructor", "toString", "valueOf"].map((name) =>
        parameter("query", name),
      );
      expect(requestOf({ parameters }).request).toContain(
        "{\n  constructor?: string | undefined;\n  toString?: string | undefined;\n  valueOf?: string | undefined;\n}",
      );
    });
  });
});

describe("response views", () => {
  const empty = { description: "" };
  const words = { type: "string" };

  function documentWith(responses: JsonObject): JsonObject {
    return {
      paths: { "/pets": { get: { operationId: "findPets", summary: "Find pets", responses } } },
      components: {
        schemas: {
          Pet: { properties: { name: words } },
        },
      },
    };
  }

  const doc = "/** Response of {@link findPets}: Find pets */\n";

  describe("the result of an operation", () => {
    it.each<[name: string, given: JsonObject, returns: string, response: string | null]>([
      ["nothing documented", {}, "void", null],
      ["nothing", { 204: empty }, "void", null],
      ["nothing, by two statuses", { 202: empty, 204: empty }, "void", null],
      ["a model", { 200: json(ref("Pet")) }, "Pet", null],
      [
        "a list of a model",
        { 200: json({ type: "array", items: ref("Pet") }) },
        "FindPetsResponse",
        "export type FindPetsResponse = Pet[];",
      ],
      [
        "an object without a name",
        {
          200: json({
            required: ["data"],
            properties: { data: { type: "array", items: ref("Pet") } },
          }),
        },
        "FindPetsResponse",
        "export interface FindPetsResponse {\n  data: Pet[];\n}",
      ],
      [
        "a model or nothing",
        { 200: json(ref("Pet")), 204: empty },
        "FindPetsResponse",
        "export type FindPetsResponse = Pet | undefined;",
      ],
      [
        "a text",
        { 200: { ...empty, content: { "text/plain": {} } } },
        "FindPetsResponse",
        "export type FindPetsResponse = string;",
      ],
      ["bytes", { 200: { ...empty, content: { "image/png": {} } } }, "Binary<Form>", null],
      [
        "bytes, or a text, or nothing",
        {
          200: { ...empty, content: { "image/png": {} } },
          202: { ...empty, content: { "text/plain": {} } },
          203: { ...empty, content: { "image/gif": {} } },
          204: empty,
        },
        "Binary<Form> | string | undefined",
        null,
      ],
    ])("is %s", (_, given, returns, response) => {
      const document = documentWith(given);
      const { operation, blueprint } = operationIn(document);
      expect(callTypesOf(callFrom(operation, blueprint.api), blueprint).returns.text).toBe(returns);
      expect(declared(document).response).toEqual(response === null ? [] : [doc + response]);
    });
  });
});
