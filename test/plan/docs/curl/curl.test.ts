import { describe, expect, it } from "vitest";
import { apiFrom } from "../../../../generator/model/model.js";
import { plan } from "../../../../generator/plan/plan.js";
import type { JsonObject } from "../../../../generator/read/document/document.js";

function commandFor(operation: JsonObject, facts: JsonObject = {}, path = "/pets"): string[] {
  const method = typeof operation["method"] === "string" ? operation["method"] : "post";
  const { method: _, ...rest } = operation;
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://pets.example/v1" }],
    paths: { [path]: { [method]: { responses: { 204: { description: "" } }, ...rest } } },
    ...facts,
  };
  return plan(apiFrom(document), {}).flatMap((file) =>
    file.from === "template" && file.template === "docs/resource"
      ? file.view.operations.map(({ curl }) => curl.command)
      : [],
  );
}

const body = (contentType: string, media: JsonObject): JsonObject => ({
  requestBody: { required: true, content: { [contentType]: media } },
});

describe("the curl command of an operation", () => {
  it("sends parameters in their places, encoded", () => {
    const parameter = (place: string, name: string, example: string): JsonObject => ({
      in: place,
      name,
      required: true,
      schema: { type: "string" },
      example,
    });
    const parameters = [
      parameter("path", "id", "a/b'c"),
      parameter("query", "q", "1 & 2"),
      parameter("header", "X-Words", "it's $HOME"),
      parameter("cookie", "seen", "yes"),
    ];
    expect(commandFor({ method: "get", parameters }, {}, "/pets/{id}")).toEqual([
      "curl 'https://pets.example/v1/pets/a%2Fb%27c?q=1%20%26%202' \\\n" +
        "  -H 'X-Words: it'\\''s $HOME' \\\n" +
        "  -b 'seen=yes'",
    ]);
  });

  it("reads no headers from a file", () => {
    const parameters = [
      { in: "header", name: "@/etc/passwd", required: true, schema: {}, example: "a" },
      { in: "header", name: "X-A\nB", required: true, schema: {}, example: "b" },
    ];
    const key = { type: "apiKey", in: "header", name: "@/etc/passwd" };
    const facts = { components: { securitySchemes: { key } }, security: [{ key: [] }] };
    expect(commandFor({ method: "get", parameters }, facts)).toEqual([
      "curl https://pets.example/v1/pets \\\n" +
        '  -H "-etc-passwd: $PETS_KEY" \\\n' +
        "  -H '-etc-passwd: a' \\\n" +
        "  -H 'X-A-B: b'",
    ]);
  });

  it("reads no file that a document names", () => {
    const properties = {
      "a=@/etc/passwd;b": { type: "object", properties: { c: { type: "string" } } },
      d: { type: "object" },
      "f=@/etc/passwd": { type: "string", example: "g" },
    };
    const encoding = { d: { contentType: "text/plain;headers=@/etc/passwd" } };
    const media = {
      schema: { type: "object", required: Object.keys(properties), properties },
      encoding,
    };
    expect(commandFor(body("multipart/form-data", media))).toEqual([
      "curl https://pets.example/v1/pets \\\n" +
        `  -F 'a%3D@/etc/passwd;b="{\\"c\\":\\"<c>\\"}";type=application/json' \\\n` +
        `  -F 'd="{}";type=text/plain' \\\n` +
        "  --form-string 'f%3D@/etc/passwd=g'",
    ]);
  });

  it("takes secrets from environment variables", () => {
    const scheme = (name: string, facts: JsonObject): JsonObject => ({
      security: [{ [name]: [] }],
      components: { securitySchemes: { [name]: facts } },
    });
    const get = { method: "get" };
    expect(commandFor(get, scheme("token", { type: "http", scheme: "bearer" }))).toEqual([
      'curl https://pets.example/v1/pets \\\n  -H "Authorization: Bearer $PETS_TOKEN"',
    ]);
    expect(commandFor(get, scheme("key", { type: "apiKey", in: "query", name: "k" }))).toEqual([
      'curl "https://pets.example/v1/pets?k=$PETS_KEY"',
    ]);
  });

  it("sends a form, files and text", () => {
    const fields = {
      type: "object",
      required: ["name"],
      properties: { name: { example: "@a;b" } },
    };
    expect(commandFor(body("application/x-www-form-urlencoded", { schema: fields }))).toEqual([
      "curl https://pets.example/v1/pets \\\n  --data-urlencode 'name=@a;b'",
    ]);
    const file = { type: "string", contentMediaType: "image/png" };
    const form = {
      type: "object",
      required: ["file"],
      properties: { file, note: { example: "<" } },
    };
    expect(commandFor(body("multipart/form-data", { schema: form }))).toEqual([
      "curl https://pets.example/v1/pets \\\n" +
        `  -F 'file=@"file.bin";type=application/octet-stream' \\\n  --form-string 'note=<'`,
    ]);
    expect(
      commandFor(body("text/plain", { schema: { type: "string" }, example: "@file" })),
    ).toEqual([
      "curl https://pets.example/v1/pets \\\n  -H 'Content-Type: text/plain' \\\n  --data-raw '@file'",
    ]);
  });

  it("calls an example host if the document's server is no URL", () => {
    const variables = { host: { default: "[" } };
    const servers = [{ url: "https://{host}/v1", variables }];
    const own = { method: "get", servers: [{ url: "/v2" }] };
    expect(commandFor({ method: "get" }, { servers })).toEqual([
      "curl https://api.example.com/pets",
    ]);
    expect(commandFor(own, { servers })).toEqual(["curl https://api.example.com/v2/pets"]);
  });

  it("shows a stream as it arrives", () => {
    const content = { "text/event-stream": { schema: { type: "string" } } };
    const responses = { 200: { description: "", content } };
    expect(commandFor({ method: "get", responses })).toEqual([
      "curl https://pets.example/v1/pets \\\n  -N",
    ]);
  });
});
