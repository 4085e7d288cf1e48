import { describe, expect, it } from "vitest";
import { type Arguments, clientParametersOf } from "../../../generator/plan/call/arguments.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import { coreFile } from "../../../generator/plan/sdk/core-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { splitByDirection } from "../../../generator/read/normalize/split-by-direction.js";
import { modelOf } from "../../model/documents.js";
import { blueprintOf } from "../blueprint.js";

const named: JsonObject = {
  Pet: {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, age: { type: "integer" } },
  },
  Alias: { $ref: "#/components/schemas/Pet" },
  Kept: {
    type: "object",
    required: ["id", "made"],
    properties: {
      id: { type: "string", readOnly: true },
      made: { $ref: "#/components/schemas/Time" },
    },
  },
  Time: { type: "string", readOnly: true },
  NoPet: { anyOf: [{ $ref: "#/components/schemas/Pet" }, { type: "null" }] },
  Loop: { $ref: "#/components/schemas/Loop2" },
  Loop2: { $ref: "#/components/schemas/Loop" },
};

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** What an operation takes: each field in short, then where the body goes. */
function argumentsFor(operation: JsonObject) {
  const paths = { "/a": { post: operation } };
  const api = modelOf(splitByDirection({ paths, components: { schemas: named } }));
  const [only] = api.resources.flatMap(({ operations }) => operations);
  if (only === undefined) throw new Error("no operation");
  const { fields, body, isOptional } = callFrom(only, api).arguments;
  return { fields: fields.map(short), body, isOptional };
}

function short({ key, in: location, name, required }: Arguments["fields"][number]): string {
  const wire = key === name ? "" : ` as ${name}`;
  return `${location} ${key}${required ? "" : "?"}${wire}`;
}

function body(schema: JsonObject, required = true): JsonObject {
  return { required, content: { "application/json": { schema } } };
}

function parameter(location: string, name: string, required = false): JsonObject {
  return { in: location, name, required, schema: { type: "string" } };
}

interface Case {
  readonly given: JsonObject;
  readonly want: readonly string[];
  readonly body: Arguments["body"];
  readonly isOptional: boolean;
}

const fieldsOfPet = ["body name", "body age?"];

describe("what a call accepts", () => {
  it.each<[name: string, row: Case]>([
    ["nothing", { given: {}, want: [], body: null, isOptional: true }],
    [
      "parameters",
      {
        given: { parameters: [parameter("path", "id", true), parameter("header", "X-A")] },
        want: ["path id", "header X-A?"],
        body: null,
        isOptional: false,
      },
    ],
    [
      "optional parameters",
      {
        given: { parameters: [parameter("query", "q"), parameter("query", "page")] },
        want: ["query q?", "query page?"],
        body: null,
        isOptional: true,
      },
    ],
    [
      "cookies",
      {
        given: { parameters: [parameter("cookie", "sid", true)] },
        want: ["cookie sid"],
        body: null,
        isOptional: false,
      },
    ],
    [
      "the fields of a body",
      {
        given: { requestBody: body(ref("Pet")) },
        want: fieldsOfPet,
        body: "fields",
        isOptional: false,
      },
    ],
    [
      "the fields of a body behind two names",
      {
        given: { requestBody: body(ref("Alias")) },
        want: fieldsOfPet,
        body: "fields",
        isOptional: false,
      },
    ],
    [
      "parameters and the fields of a body",
      {
        given: { parameters: [parameter("path", "id", true)], requestBody: body(ref("Pet")) },
        want: ["path id", ...fieldsOfPet],
        body: "fields",
        isOptional: false,
      },
    ],
    [
      "the fields of an optional body, none of them required",
      {
        given: { requestBody: body(ref("Pet"), false) },
        want: ["body name?", "body age?"],
        body: "fields",
        isOptional: true,
      },
    ],
    [
      "a body whose field is called like a parameter",
      {
        given: { parameters: [parameter("query", "age")], requestBody: body(ref("Pet")) },
        want: ["query age?", "body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body that is no object",
      {
        given: { requestBody: body({ type: "array", items: ref("Pet") }) },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "an optional body that is no object",
      {
        given: { requestBody: body({ type: "string" }, false) },
        want: ["body body?"],
        body: "body",
        isOptional: true,
      },
    ],
    [
      "a body that may be null",
      {
        given: { requestBody: body(ref("NoPet")) },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body without known fields",
      {
        given: { requestBody: body({ type: "object" }) },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body with further fields of a type",
      {
        given: {
          requestBody: body({
            properties: { name: { type: "string" } },
            additionalProperties: { type: "string" },
          }),
        },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "the fields of a body with further fields of any type",
      {
        given: {
          requestBody: body({
            properties: { name: { type: "string" } },
            additionalProperties: true,
          }),
        },
        want: ["body name?"],
        body: "fields",
        isOptional: true,
      },
    ],
    [
      "the fields of a body of several objects, each once",
      {
        given: {
          requestBody: body({
            allOf: [
              { properties: { name: { type: "string" }, age: { type: "integer" } } },
              { properties: { name: { type: "string" } }, required: ["name"] },
            ],
          }),
        },
        want: ["body name", "body age?"],
        body: "fields",
        isOptional: false,
      },
    ],
    [
      "the fields of a body but those that the API alone gives, in each of its schemas",
      {
        given: { requestBody: body({ allOf: [ref("Kept"), ref("Pet")] }) },
        want: fieldsOfPet,
        body: "fields",
        isOptional: false,
      },
    ],
    [
      "a parameter beside the fields of a body one of which, that the API alone gives, is called so",
      {
        given: {
          parameters: [parameter("path", "id", true)],
          requestBody: body({ allOf: [ref("Kept"), ref("Pet")] }),
        },
        want: ["path id", ...fieldsOfPet],
        body: "fields",
        isOptional: false,
      },
    ],
    [
      "a body whose fields the API alone gives",
      {
        given: { requestBody: body(ref("Kept")) },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body of several schemas that are not all objects",
      {
        given: { requestBody: body({ allOf: [ref("Pet"), { type: "string" }] }) },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body that is never sent",
      {
        given: { requestBody: body(ref("Loop")) },
        want: ["body body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body beside a parameter called body",
      {
        given: { parameters: [parameter("query", "body")], requestBody: body({ type: "string" }) },
        want: ["query body?", "body requestBody as body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "a body beside parameters called body and requestBody",
      {
        given: {
          parameters: [parameter("query", "body"), parameter("query", "requestBody")],
          requestBody: body({ type: "string" }),
        },
        want: ["query body?", "query requestBody?", "body requestBody2 as body"],
        body: "body",
        isOptional: false,
      },
    ],
    [
      "parameters of one name in several places",
      {
        given: {
          parameters: [
            parameter("path", "id", true),
            parameter("query", "id", true),
            parameter("header", "id"),
          ],
        },
        want: ["path id", "query query_id as id", "header header_id? as id"],
        body: null,
        isOptional: false,
      },
    ],
    [
      "parameters of one name beside one that has the other name",
      {
        given: {
          parameters: [
            parameter("query", "query_id"),
            parameter("path", "id", true),
            parameter("query", "id"),
          ],
        },
        want: ["query query_id?", "path id", "query query_id2? as id"],
        body: null,
        isOptional: false,
      },
    ],
  ])("%s", (_, { given, want, ...rest }) => {
    expect(argumentsFor(given)).toEqual({ fields: want, ...rest });
  });

  it("keeps the document's description of a field", () => {
    const described = { ...parameter("query", "q"), description: "Words.", example: "a" };
    const api = modelOf({ paths: { "/a": { get: { parameters: [described] } } } });
    const [only] = api.resources.flatMap(({ operations }) => operations);
    expect(only && callFrom(only, api).arguments.fields[0]).toMatchObject({
      description: "Words.",
      example: { value: "a" },
      schema: { kind: "scalar", type: "string" },
    });
  });
});

const team = {
  in: "path",
  name: "team_id",
  required: true,
  description: "The team.",
  schema: { $ref: "#/components/schemas/Team" },
};
const version = { in: "header", name: "X-Version", "x-speakeasy-globals-hidden": true };
const page = { in: "query", name: "page", required: true };
const get = { operationId: "get", parameters: [team, version, page] };

const blueprint = blueprintOf({
  components: { schemas: { Team: { type: "string" } } },
  "x-speakeasy-globals": { parameters: [team, version, { in: "query", name: "unused" }] },
  paths: { "/a/{team_id}": { get, put: { ...get, operationId: "put" } } },
});
const [operation] = blueprint.api.resources[0]?.operations ?? [];
if (operation === undefined) throw new Error("no operation");
const given = callFrom(operation, blueprint.api).arguments;

describe("a parameter that the client sets", () => {
  it("is one option, however many operations have it, and none if no operation has it", () => {
    expect(clientParametersOf(blueprint.api).map(({ name }) => name)).toEqual([
      "team_id",
      "X-Version",
    ]);
  });

  it("is an option of the client, with the type in the operations", () => {
    const { view } = coreFile(blueprint);
    expect(view).toMatchObject({
      members: [
        {
          doc: "The team.\n\nSent with calls that omit it.",
          name: "teamId",
          type: "Team",
        },
        { name: "xVersion" },
      ],
      credentials: [],
    });
    expect(view).toMatchObject({
      imports: expect.arrayContaining([
        expect.objectContaining({
          module: "./models.js",
          isTypeOnly: true,
          names: [{ name: "Team", isInlineType: false }],
        }),
      ]),
    });
  });

  it("is optional in a call, and missing if it is hidden", () => {
    expect(given.fields.map(({ key, required }) => [key, required])).toEqual([
      ["team_id", false],
      ["page", true],
    ]);
    expect(given.hidden.map(({ key }) => key)).toEqual(["X-Version"]);
  });
});
