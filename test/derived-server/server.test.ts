import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { type DerivedServer, startDerivedServer } from "./server.js";

const json = (schema: JsonObject, facts: JsonObject = {}) => ({
  description: "",
  content: { "application/json": { schema, ...facts } },
});

const page: JsonObject = {
  type: "object",
  required: ["data", "next", "count"],
  properties: {
    data: { type: "array", items: { type: "integer" } },
    next: { type: "string" },
    count: { type: "integer" },
    secret: { type: "string", writeOnly: true },
  },
};

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  servers: [{ url: "https://pets.example/v1" }],
  components: {
    securitySchemes: {
      token: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://login.example/token", scopes: {} } },
      },
    },
  },
  paths: {
    "/pets": {
      get: {
        responses: {
          200: json(page, { example: { data: [1], next: "a", count: 2 } }),
          404: json({ type: "object", properties: { code: { const: "gone" } } }),
          "5XX": { description: "" },
        },
      },
      post: { security: [{ token: [] }], responses: { 201: json(page, { example: { data: 1 } }) } },
      delete: { responses: { 204: { description: "" } } },
    },
    "/toys": { get: { responses: { 200: json(page) } } },
  },
};

let server: DerivedServer;

beforeAll(async () => {
  server = await startDerivedServer(document);
});

afterAll(() => server.close());

async function answer(method: string, url: string, headers: Record<string, string> = {}) {
  const response = await server.fetch(new Request(url, { method, headers }));
  const text = await response.text();
  return [
    response.status,
    /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text,
  ];
}

const pets = "https://pets.example/v1/pets";
const toys = "https://pets.example/v1/toys";

describe("a server made from a document", () => {
  it("answers with a documented example, and then with an empty page", async () => {
    server.verdicts();
    const first = { data: [1], next: "a", count: 2 };
    expect(await answer("GET", pets)).toEqual([200, first]);
    expect(await answer("GET", pets)).toEqual([200, { data: [], next: "", count: 2 }]);
  });

  it("answers with a value of the schema if the example doesn't fit, without write-only fields", async () => {
    server.verdicts();
    const [status, value] = await answer("POST", pets, { Authorization: "Bearer token" });
    expect([status, Object.keys(value)]).toEqual([201, ["data", "next", "count"]]);
  });

  it("leads to its only page where an example doesn't say which is next", async () => {
    server.verdicts();
    const [, first] = await answer("GET", toys);
    expect(first.next).toBe(toys);
    const [, second] = await answer("GET", toys);
    expect(second.next).toBe("");
  });

  it("answers as the server that the request is for", async () => {
    expect((await server.fetch(new Request(toys))).url).toBe(toys);
  });

  it("answers without a body if none is documented", async () => {
    expect(await answer("DELETE", pets)).toEqual([204, ""]);
  });

  it("answers with a documented failure", async () => {
    server.verdicts();
    server.answerWith(404);
    expect(await answer("GET", pets)).toEqual([404, { code: "gone" }]);
    server.answerWith(503);
    expect(await answer("GET", pets)).toEqual([503, ""]);
    server.answerWith(null);
  });

  it("issues tokens", async () => {
    const [, { access_token: token }] = await answer("POST", "https://login.example/token");
    expect(token).toBe("token");
  });

  it("reports why it refuses a request, and what it accepted", async () => {
    server.verdicts();
    expect(await answer("POST", pets)).toEqual([400, "no credential is sent: it takes token"]);
    expect(await answer("PUT", pets)).toEqual([400, `no operation is PUT ${pets}`]);
    await answer("DELETE", pets);
    expect(server.verdicts().map(({ route, faults }) => [route?.method, faults.length])).toEqual([
      ["post", 1],
      [undefined, 1],
      ["delete", 0],
    ]);
  });
});
