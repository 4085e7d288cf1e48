import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { judgeOf } from "./verdict.js";

// The cast states what the text below says.
const document = load(`
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: "https://pets.example/v1" }]
security: [{ key: [] }, { token: [] }]
paths:
  /pets/{id}:
    parameters: [{ in: path, name: id, required: true, schema: { type: integer } }]
    get:
      parameters:
        - { in: query, name: size, required: true, schema: { type: integer, maximum: 9 } }
        - { in: query, name: tags, schema: { type: array, items: { enum: [a, b] } } }
        - { in: query, name: near, style: deepObject, explode: true, schema: { $ref: "#/components/schemas/Near" } }
        - { in: header, name: X-Tags, schema: { type: array, items: { type: integer } } }
        - { in: cookie, name: session, schema: { type: string, minLength: 3 } }
    put:
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
  /pets/latest:
    get: { security: [] }
  /pets?kind=cat:
    get: { security: [], parameters: [{ in: query, name: size, schema: { type: integer } }] }
  /stores#byName:
    get: { security: [], parameters: [{ in: query, name: name, required: true, schema: { type: string } }] }
  /stores#byCity:
    get:
      security: []
      parameters: [{ in: query, name: city, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: {} } }
  /shapes/{shape}:
    get:
      security: []
      parameters:
        - { in: path, name: shape, required: true, style: matrix, explode: true, schema: { type: array, items: { type: integer } } }
  /forms:
    post:
      security: []
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, size]
              properties:
                file: { type: string, format: binary }
                size: { type: integer }
                more: { type: object, required: [a], properties: { a: { type: integer } } }
          application/x-www-form-urlencoded:
            schema: { type: object, required: [list], properties: { list: { type: array, items: { type: integer } } } }
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: api_key }
    token: { type: http, scheme: bearer }
  schemas:
    Near: { type: object, required: [lat], additionalProperties: false, properties: { lat: { type: number } } }
    Pet:
      type: object
      required: [id, name, born]
      properties:
        id: { type: string, readOnly: true }
        name: { type: string, pattern: "^[A-Z]" }
        born: { type: [string, "null"], format: date }
`) as JsonObject;

const authorized = { Authorization: "Bearer a" };
const json = { ...authorized, "Content-Type": "application/json" };

interface Sent {
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
}

/** Why a request is refused; `null` where it is as documented. */
async function refusal(method: string, url: string, sent: Sent = {}): Promise<string | null> {
  const { headers = authorized, body } = sent;
  const request = new Request("https://pets.example", {
    method: "POST",
    headers,
    ...(body && { body }),
  });
  const { faults } = await judgeOf(document).verdictOn({
    method,
    url: new URL(url),
    headers: request.headers,
    body: new Uint8Array(await request.arrayBuffer()),
  });
  return faults.length === 0 ? null : faults.join("; ");
}

const pet = "https://pets.example/v1/pets/1";

describe("a server made from a document takes", () => {
  it.each<[name: string, method: string, url: string, sent?: Sent]>([
    ["what is required", "GET", `${pet}?size=9`],
    ["lists that are repeated", "GET", `${pet}?size=9&tags=a&tags=b`],
    ["one item of a list", "GET", `${pet}?size=9&tags=a`],
    ["the fields of an object in brackets", "GET", `${pet}?size=9&near[lat]=1.5`],
    ["lists in headers", "GET", `${pet}?size=9`, { headers: { ...authorized, "X-Tags": "1,2" } }],
    ["cookies", "GET", `${pet}?size=9`, { headers: { ...authorized, Cookie: "a=b; session=abc" } }],
    ["a key in the query", "GET", `${pet}?size=9&api_key=a`, { headers: {} }],
    ["a path before a template", "GET", "https://pets.example/v1/pets/latest", { headers: {} }],
    ["a query that the path has", "GET", "https://pets.example/v1/pets?kind=cat&size=1"],
    ["one of several on a URL", "GET", "https://pets.example/v1/stores?name=a"],
    [
      "another one, without the body that none can send",
      "GET",
      "https://pets.example/v1/stores?city=a",
    ],
    ["lists in a matrix", "GET", "https://pets.example/v1/shapes/;shape=1;shape=2"],
    [
      "a body without what the API gives",
      "PUT",
      pet,
      { headers: json, body: '{"name":"Ada","born":null}' },
    ],
    [
      "a form",
      "POST",
      "https://pets.example/v1/forms",
      { headers: {}, body: new URLSearchParams("list=1&list=2") },
    ],
    [
      "files",
      "POST",
      "https://pets.example/v1/forms",
      { headers: {}, body: form({ file: new Blob(["a"]), size: "1", more: '{"a":1}' }) },
    ],
  ])("%s", async (_, method, url, sent) => {
    expect(await refusal(method, url, sent)).toBeNull();
  });
});

describe("a server made from a document refuses", () => {
  it.each<[name: string, method: string, url: string, sent: Sent, want: string]>([
    [
      "another host",
      "GET",
      "https://a.example/v1/pets/1?size=1",
      {},
      "no operation is GET https://a.example/v1/pets/1",
    ],
    [
      "another path",
      "GET",
      "https://pets.example/pets/1",
      {},
      "no operation is GET https://pets.example/pets/1",
    ],
    ["another method", "PATCH", pet, {}, `no operation is PATCH ${pet}`],
    [
      "a path value of another type",
      "GET",
      "https://pets.example/v1/pets/a?size=1",
      {},
      "path parameter id: must be integer",
    ],
    ["a missing parameter", "GET", pet, {}, "query parameter size: is missing"],
    ["a value out of bounds", "GET", `${pet}?size=10`, {}, "query parameter size: must be <= 9"],
    [
      "an item that isn't listed",
      "GET",
      `${pet}?size=1&tags=a&tags=c`,
      {},
      "query parameter tags: /1 must be equal to one of the allowed values",
    ],
    [
      "lists in a style that isn't theirs",
      "GET",
      `${pet}?size=1&tags=a,b`,
      {},
      "query parameter tags: /0 must be equal to one of the allowed values",
    ],
    [
      "fields in a style that isn't theirs",
      "GET",
      `${pet}?size=1&near=lat,1`,
      {},
      "query parameter near isn't documented",
    ],
    [
      "a header of another type",
      "GET",
      `${pet}?size=1`,
      { headers: { ...authorized, "X-Tags": "1,a" } },
      "header parameter X-Tags: /1 must be integer",
    ],
    [
      "a cookie that is too short",
      "GET",
      `${pet}?size=1`,
      { headers: { ...authorized, Cookie: "session=a" } },
      "cookie parameter session: must NOT have fewer than 3 characters",
    ],
    [
      "an undocumented parameter",
      "GET",
      `${pet}?size=1&b=1`,
      {},
      "query parameter b isn't documented",
    ],
    [
      "no credential",
      "GET",
      `${pet}?size=1`,
      { headers: {} },
      "no credential is sent: it takes key, or token",
    ],
    ["no body", "PUT", pet, { headers: json }, "the body is missing"],
    [
      "a body where there is none",
      "GET",
      `${pet}?size=1`,
      { headers: json, body: "{}" },
      "a body is sent where none is documented",
    ],
    [
      "a body of another type",
      "PUT",
      pet,
      { body: "a", headers: { ...authorized, "Content-Type": "text/plain" } },
      "the body is text/plain, and not application/json",
    ],
    [
      "a missing field",
      "PUT",
      pet,
      { headers: json, body: '{"born":null}' },
      "body must have required property 'name'",
    ],
    [
      "what doesn't match a pattern",
      "PUT",
      pet,
      { headers: json, body: '{"name":"ada","born":null}' },
      'body /name must match pattern "^[A-Z]"',
    ],
    [
      "what is no date",
      "PUT",
      pet,
      { headers: json, body: '{"name":"Ada","born":"today"}' },
      'body /born must match format "date"',
    ],
    [
      "a form with a wrong field",
      "POST",
      "https://pets.example/v1/forms",
      { headers: {}, body: new URLSearchParams("list=a") },
      "body /list/0 must be integer",
    ],
    [
      "a form without its file",
      "POST",
      "https://pets.example/v1/forms",
      { headers: {}, body: form({ size: "1" }) },
      "body must have required property 'file'",
    ],
    [
      "a wrong part of a form",
      "POST",
      "https://pets.example/v1/forms",
      { headers: {}, body: form({ file: new Blob(["a"]), size: "1", more: "{}" }) },
      "body /more must have required property 'a'",
    ],
  ])("%s", async (_, method, url, sent, want) => {
    expect(await refusal(method, url, sent)).toBe(want);
  });
});

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
