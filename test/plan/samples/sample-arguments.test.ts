import { describe, expect, it } from "vitest";
import type { Parameter } from "../../../generator/model/api/parameter.js";
import type { Body, BodyFormat } from "../../../generator/model/api/payload.js";
import type { Field, NamedSchema } from "../../../generator/model/api/schema.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import { rawCode } from "../../../generator/plan/samples/raw-code.js";
import { sampleArguments } from "../../../generator/plan/samples/sample-arguments.js";
import {
  field,
  json,
  jsonBody,
  list,
  named,
  object,
  operation,
  parameter,
  response,
  schema,
  text,
} from "../docs/fixture.js";

const count = schema({ kind: "scalar", type: "integer", format: null });
const isOn = schema({ kind: "scalar", type: "boolean", format: null });

describe("a call's sample", () => {
  const call = (fields: readonly Field[], isRequired = true, example: unknown = undefined) => {
    const given = operation("add", {
      body: jsonBody(object(fields), {
        required: isRequired,
        example: example === undefined ? null : { value: example },
      }),
    });
    return sampleArguments(callFrom(given, { schemas: [], security: [] }), schemaFinder([]));
  };

  it("has required arguments, those with an example, and booleans", () => {
    const fields = [
      field("name", text(), { required: true }),
      field("url", text({ example: { value: "https://a.example" } })),
      field("is_on", isOn),
      field("note", text()),
      field("kept", isOn, { deprecated: { reason: null } }),
    ];
    expect(call(fields)).toEqual({ name: "<name>", url: "https://a.example", is_on: false });
  });

  it("has only the values of an example of the whole body", () => {
    const fields = [
      field("name", text(), { required: true }),
      field("size", count),
      field("url", text({ example: { value: "https://a.example" } })),
      field("is_on", isOn),
    ];
    expect(call(fields, true, { name: "Ada", size: 3 })).toEqual({ name: "Ada", size: 3 });
  });

  it("has what its schema allows of an example of the whole body", () => {
    const fields = [field("name", text(), { required: true }), field("size", count)];
    expect(call(fields, true, { name: 5, size: 3, other: 1 })).toEqual({ name: "<name>", size: 3 });
  });

  it("is ours if its schema allows nothing of the document's example", () => {
    const fields = [field("name", text(), { required: true })];
    expect(call(fields, false, { name: 5 })).toEqual({ name: "<name>" });
    expect(call(fields, false, {})).toEqual({ name: "<name>" });
  });

  it("has the first named example that its schema allows", () => {
    const examples = [
      { name: "refused", summary: null, value: { size: "big" } },
      { name: "accepted", summary: null, value: { size: 3 } },
    ];
    const schema = object([field("size", count), field("note", text())]);
    const size = parameter("size", { in: "path", required: true, schema: count, examples });
    const [example = null] = examples;
    expect(sampleWith("json", { schema, example, examples })).toEqual({ size: 3 });
    const numbers = examples.map((each) => ({ ...each, value: each.value.size }));
    const path = operation("get", { parameters: [{ ...size, examples: numbers }] });
    const given = callFrom(path, { schemas: [], security: [] });
    expect(sampleArguments(given, schemaFinder([]))).toEqual({ size: 3 });
  });

  it("names the object of the response by its documented id", () => {
    const user = object([field("id", text({ example: { value: "user_9" } }))]);
    const given = operation("getUser", {
      path: "/users/{user_id}",
      parameters: [parameter("user_id", { in: "path", required: true })],
      success: [response(200, { content: json(user) })],
    });
    const call = callFrom(given, { schemas: [], security: [] });
    expect(sampleArguments(call, schemaFinder([]))).toEqual({ user_id: "user_9" });
  });

  it("has the example of a body that is a field itself", () => {
    const either = schema({ kind: "union", members: [object([field("a", count)]), list(count)] });
    expect(sampleWith("json", { schema: either, example: { value: { a: 3 } } })).toEqual({
      body: { a: 3 },
    });
  });

  it("has an optional body as a whole", () => {
    const name = field("name", text(), { required: true });
    expect(call([name], false)).toEqual({ name: "<name>" });
    expect(call([name, field("is_on", isOn)], false)).toEqual({ name: "<name>", is_on: false });
  });

  it("has a few optional fields of a body that would otherwise be empty", () => {
    const fields = ["first", "second", "third", "fourth"].map((name) => field(name, text()));
    expect(call(fields)).toEqual({ first: "<first>", second: "<second>", third: "<third>" });
    expect(call([field("about", object([field("note", text())]))])).toEqual({
      about: { note: "<note>" },
    });
  });

  it("has an entry of an object that may have any", () => {
    const free = schema({
      kind: "object",
      fields: [],
      additional: schema({ kind: "unknown" }),
      patterns: [],
    });
    expect(call([field("metadata", free)])).toEqual({ metadata: { key: "value" } });
  });

  it("has up to three optional fields if some are booleans", () => {
    const url = field("url", text({ example: { value: "https://a.example" } }));
    const switches = ["a", "b", "c"].map((name) => field(name, isOn));
    expect(call([url, ...switches])).toEqual({ url: "https://a.example", a: false, b: false });
  });

  it("leaves out optional fields that would make it longer than 18 lines", () => {
    const fields = Array.from({ length: 30 }, (_, index) =>
      field(`field_${index}`, text({ example: { value: `value ${index}` } })),
    );
    expect(Object.keys(call(fields))).toHaveLength(16);
  });

  it("is as long as the document's example", () => {
    const names = Array.from({ length: 30 }, (_, index) => `field_${index}`);
    const fields = names.map((name) => field(name, text()));
    const example = Object.fromEntries(names.map((name) => [name, "value"]));
    expect(call(fields, true, example)).toEqual(example);
  });
});

const binary = { kind: "scalar", type: "string", format: "binary", file: "only" } as const;
const bytes = schema(binary);
const schemas: readonly NamedSchema[] = [{ name: "File", alias: null, schema: bytes }];

function file(name: string) {
  return rawCode(`await openAsBlob("${name}")`);
}

/** What a call is given whose body is required, and of this format. */
function sampleWith(format: BodyFormat, body: Partial<Body>, parameters: readonly Field[] = []) {
  const given = operation("send", {
    parameters: parameters.map((parameter) => ({
      ...parameter,
      in: "query",
      alias: null,
      examples: [],
      global: null,
      serialization: null,
    })),
    body: {
      required: true,
      description: null,
      contentType: "",
      format,
      alternatives: [],
      encodings: [],
      stream: null,
      examples: [],
      schema: bytes,
      example: null,
      ...body,
    },
  });
  return sampleArguments(callFrom(given, { schemas, security: [] }), schemaFinder(schemas));
}

describe("a call's sample of a body of bytes", () => {
  it("is a file", () => {
    expect(sampleWith("binary", {})).toEqual({ body: file("file.bin") });
  });

  it("is a file, regardless of its schema and its example", () => {
    const odd = { schema: object([field("a", count)]), example: { value: { a: 1 } } };
    expect(sampleWith("binary", odd)).toEqual({ body: file("file.bin") });
  });
});

describe("a call's sample of a body of text", () => {
  it.each<[name: string, body: Partial<Body>, want: string]>([
    ["is its example", { schema: text(), example: { value: "# Notes" } }, "# Notes"],
    ["is a text without one", { schema: text() }, "<body>"],
    [
      "is a text, also of a schema for something else",
      { schema: object([]), example: { value: {} } },
      "<body>",
    ],
    ["is a text, also of no schema", { schema: schema({ kind: "unknown" }) }, "<body>"],
  ])("%s", (_, body, want) => {
    expect(sampleWith("text", body)).toEqual({ body: want });
  });
});

describe("a call's sample of a form", () => {
  const required = { required: true };
  const fields = [
    field("photo", bytes, required),
    field("more", list(bytes), required),
    field("named", named("File"), required),
    field("title", text(), required),
    field("about", object([field("photo", text(), required)]), required),
    field("later", bytes),
  ];
  const want = {
    photo: file("photo.png"),
    more: [file("more.bin")],
    named: file("named.bin"),
    title: "<title>",
    about: { photo: "<photo>" },
  };

  it("has files for bytes", () => {
    expect(sampleWith("multipart", { schema: object(fields) })).toEqual(want);
  });

  it("has files for bytes if the form is a field", () => {
    const title = field("title", text({ example: { value: "a" } }));
    expect(sampleWith("multipart", { schema: object(fields) }, [title])).toEqual({
      title: "a",
      body: want,
    });
  });

  it("has a file instead of its example", () => {
    const photo = field("photo", bytes, { example: { value: "…" } });
    expect(sampleWith("multipart", { schema: object([photo]) })).toEqual({
      photo: file("photo.png"),
    });
  });

  it("has no file if the value is null", () => {
    const nothing = schema(binary, { nullable: true, example: { value: null } });
    const given = object([field("photo", nothing, required)]);
    expect(sampleWith("multipart", { schema: given })).toEqual({ photo: null });
  });

  it("has files of the types that it documents", () => {
    const scan = field("scan", bytes, required);
    const encodings = [
      { name: "scan", contentType: "application/pdf", serialization: null, headers: [] },
    ];
    expect(sampleWith("multipart", { schema: object([scan]), encodings })).toEqual({
      scan: file("scan.pdf"),
    });
  });

  it("that isn't multipart has texts for bytes", () => {
    const given = object([field("photo", bytes, required)]);
    expect(sampleWith("form", { schema: given })).toEqual({ photo: "<photo>" });
  });
});

it("the sample of a body has the values of the document's example of the response", () => {
  const fields = [field("name", text(), { required: true }), field("is_on", isOn)];
  const success = [
    response(200, {
      content: { ...json(object([])), example: { value: { name: 1, is_on: true } } },
    }),
  ];
  const given = operation("add", {
    body: jsonBody(object(fields)),
    success,
  });
  const call = callFrom(given, { schemas: [], security: [] });
  expect(sampleArguments(call, schemaFinder([]))).toEqual({ name: "<name>", is_on: true });
});

describe("the query of a call's sample", () => {
  const anything = schema({ kind: "unknown" });
  const query = (names: readonly string[], value: (index: number) => unknown) =>
    names.map((name, index) =>
      parameter(name, { in: "query", schema: anything, example: { value: value(index) } }),
    );
  const keysOf = (parameters: readonly Parameter[]) =>
    Object.keys(
      sampleArguments(
        callFrom(operation("list", { parameters }), { schemas: [], security: [] }),
        schemaFinder([]),
      ),
    );

  it("has the first three optional parameters with an example", () => {
    expect(keysOf(query(["a", "b", "c", "d"], (index) => index))).toEqual(["a", "b", "c"]);
  });

  it("has only one of several parameters with the same example, such as the ends of a range", () => {
    expect(keysOf(query(["since", "until"], () => 1700))).toEqual(["since"]);
    expect(keysOf(query(["all", "deep"], () => true))).toEqual(["all", "deep"]);
  });
});
