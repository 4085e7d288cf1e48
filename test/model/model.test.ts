import { describe, expect, it } from "vitest";
import { apiFrom } from "../../generator/model/model.js";
import { modelOf } from "./documents.js";

describe("the model of a document", () => {
  it("is complete, even for a minimal document", () => {
    expect(apiFrom({})).toEqual({
      title: "API",
      version: "0.0.0",
      description: null,
      license: null,
      contact: null,
      homepage: null,
      servers: [],
      security: [],
      requirements: [],
      retries: null,
      timeoutMs: null,
      resources: [],
      operations: [],
      schemas: [],
      webhooks: null,
      errors: [],
      problems: [],
    });
  });

  it("has the title, version and description of the document", () => {
    const info = {
      title: " Pets ",
      version: "1.2",
      description: "About\n\npets.",
      license: { name: "Apache 2.0", identifier: "Apache-2.0" },
    };
    expect(modelOf({ info, "x-speakeasy-retries": { strategy: "none" } })).toMatchObject({
      title: "Pets",
      version: "1.2",
      description: "About\n\npets.",
      license: "Apache-2.0",
      retries: { strategy: "none" },
    });
  });

  it("identifies the license by its name if it has no identifier", () => {
    expect(modelOf({ info: { license: { name: "MIT" } } }).license).toBe("MIT");
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "data:,a",
    "docs",
  ])("has no contact and no homepage at %j, which isn't a web address", (url) => {
    const { contact, homepage } = modelOf({
      info: { contact: { name: "A", url } },
      externalDocs: { url },
    });
    expect([contact, homepage]).toEqual([{ name: "A" }, null]);
  });

  it("gathers the problems of all its parts", () => {
    const given = modelOf({
      components: { securitySchemes: { digest: { type: "http", scheme: "digest" } } },
      paths: { "/a": { get: { parameters: [{}], responses: { ok: {} } } }, b: {} },
    });
    expect(given.problems.map(({ pointer }) => pointer)).toEqual([
      "/components/securitySchemes/digest/scheme",
      "/paths/b",
      "/paths/~1a/get/parameters/0",
      "/paths/~1a/get/responses/ok",
    ]);
  });
});
