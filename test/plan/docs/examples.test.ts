import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import { apiFrom } from "../../../generator/model/model.js";
import { plan } from "../../../generator/plan/plan.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { read } from "../../../generator/read/read.js";
import { temporaryFolder } from "../../temporary-folder.js";

/** The pages of an API with one operation that takes a body, by path. */
async function pagesOf(content: JsonObject, schemas: JsonObject, isRequired: boolean) {
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    servers: [{ url: "https://x.example" }],
    paths: {
      "/things/{id}": {
        post: {
          operationId: "add",
          tags: ["things"],
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { required: isRequired, content: { "application/json": content } },
          responses: { 204: { description: "Done." } },
        },
      },
    },
    components: { schemas },
  };
  const file = join(temporaryFolder(), "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  const reading = await read(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return new Map(
    render(plan(apiFrom(reading.source.document), {})).map(({ path, text }) => [path, text]),
  );
}

/** What the program of the operation's page passes. */
async function argumentOf(content: JsonObject, schemas: JsonObject, isRequired = true) {
  const pages = await pagesOf(content, schemas, isRequired);
  const page = pages.get("docs/sdks/things/README.md") ?? "";
  return /things\.things\.add\((.*?)\);/s.exec(page)?.[1]?.replace(/\s+/g, " ") ?? "";
}

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("the program of an operation", () => {
  it("has the required fields of an optional body of several parts if it has one of them", async () => {
    const schemas = {
      Update: { type: "object", properties: { title: { type: "string", example: "Hello" } } },
      Copy: {
        type: "object",
        required: ["folder"],
        allOf: [
          ref("Update"),
          {
            properties: {
              folder: {
                type: "object",
                required: ["id"],
                properties: { id: { type: "string" } },
              },
            },
          },
        ],
      },
    };
    expect(await argumentOf({ schema: ref("Copy") }, schemas, false)).toBe(
      '{ id: "12345", title: "Hello", folder: { id: "12345" }, }',
    );
  });

  it("replaces a field of the document's example that its type refuses", async () => {
    const schemas = {
      Ticket: {
        type: "object",
        required: ["type_id", "subject"],
        properties: { type_id: { type: "string", example: "1234" }, subject: { type: "string" } },
      },
    };
    const schema = { allOf: [ref("Ticket")], properties: { silent: { type: "boolean" } } };
    const examples = { ok: { value: { type_id: 88, subject: "broken" } } };
    expect(await argumentOf({ schema, examples }, schemas, false)).toBe(
      '{ id: "12345", type_id: "1234", subject: "broken" }',
    );
  });

  it("has the document's example without fields that the type doesn't have", async () => {
    const schemas = {
      Invoice: { type: "object", required: ["detail"], properties: { detail: ref("Detail") } },
      Base: { required: ["currency"], properties: { currency: { type: "string" } } },
      Detail: {
        type: "object",
        allOf: [ref("Base"), { properties: { number: { type: "string" } } }],
      },
    };
    const example = { detail: { currency: "USD", number: "1", term: "none" } };
    expect(await argumentOf({ schema: ref("Invoice"), example }, schemas)).toBe(
      '{ id: "12345", detail: { currency: "USD", number: "1" }, }',
    );
  });

  it("has no fields of another alternative", async () => {
    const profile = (scheme: string, field: string): JsonObject => ({
      required: ["scheme"],
      properties: { scheme: { type: "string", enum: [scheme] }, [field]: { type: "string" } },
    });
    const schemas = {
      Token: { required: ["profile"], properties: { profile: ref("TokenProfile") } },
      Oauth: { required: ["profile"], properties: { profile: ref("OauthProfile") } },
      TokenProfile: profile("TOKEN", "token"),
      OauthProfile: profile("OAUTH2", "clientId"),
    };
    const example = { profile: { scheme: "TOKEN", clientId: "1" } };
    const schema = { oneOf: [ref("Token"), ref("Oauth")] };
    expect(await argumentOf({ schema, example }, schemas)).toContain('{ scheme: "TOKEN" }');
  });

  it("has the fields that the chosen type requires", async () => {
    const schemas = {
      Record: {
        type: "object",
        required: ["type"],
        properties: { type: { type: "string", example: "NS" }, data: { type: "string" } },
      },
      RecordA: { allOf: [ref("Record"), { required: ["type", "data"] }] },
      RecordNS: { allOf: [ref("Record")] },
    };
    const mapping = { A: "#/components/schemas/RecordA", NS: "#/components/schemas/RecordNS" };
    const schema = {
      oneOf: [ref("RecordA"), ref("RecordNS")],
      discriminator: { propertyName: "type", mapping },
    };
    expect(await argumentOf({ schema }, schemas)).toContain('{ type: "A", data: "<data>" }');
    const pages = await pagesOf({ schema }, schemas, true);
    expect(pages.get("docs/models/recorda.md")).toContain(
      'const recordA: RecordA = { type: "A", data: "<data>" };',
    );
  });
});
