import { describe, expect, it } from "vitest";
import { clientFile } from "../../../generator/plan/sdk/client-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function fileOf(document: JsonObject) {
  const file = clientFile(blueprintOf(document));
  if (file.template !== "sdk/client") throw new Error(file.template);
  return file;
}

describe("the client class", () => {
  it("has every resource", () => {
    const { path, view } = fileOf({
      info: { title: "Pets API", version: "1", description: "All of them." },
      tags: [{ name: "Cats", description: "Purr." }],
      paths: { "/a": { get: { tags: ["Cats"] } }, "/b": { get: { tags: ["then"] } } },
    });
    expect(path).toBe("src/client.ts");
    expect(view).toEqual({
      imports: [
        {
          module: "./core.js",
          isTypeOnly: false,
          fits: true,
          names: [
            { name: "ClerkCore", isInlineType: false },
            { name: "ClerkOptions", isInlineType: true },
          ],
        },
        {
          module: "./resources/cats.js",
          isTypeOnly: false,
          fits: true,
          names: [{ name: "CatsResource", isInlineType: false }],
        },
        {
          module: "./resources/then.js",
          isTypeOnly: false,
          fits: true,
          names: [{ name: "ThenResource", isInlineType: false }],
        },
        {
          module: "./runtime/logger.js",
          isTypeOnly: false,
          fits: true,
          names: [
            { name: "logged", isInlineType: false },
            { name: "Secrets", isInlineType: true },
            { name: "WithLogger", isInlineType: true },
          ],
        },
      ],
      doc: "Pets API\n\nAll of them.",
      class: "Clerk",
      core: "ClerkCore",
      options: "ClerkOptions",
      secrets: [],
      resources: [
        { doc: "Purr.", accessor: "cats", class: "CatsResource" },
        { doc: "The operations of then.", accessor: "then_", class: "ThenResource" },
      ],
    });
  });

  it("has only the top-level resources", () => {
    const get = { "x-speakeasy-group": "cats.toys" };
    expect(fileOf({ paths: { "/a": { get } } }).view.resources).toEqual([
      { doc: "The operations of Cats.", accessor: "cats", class: "CatsResource" },
    ]);
  });

  it("hides the document's secrets from its logger", () => {
    const secret = { type: "string", format: "password" };
    const { view } = fileOf({
      paths: { "/a": { get: { parameters: [{ in: "query", name: "pin", schema: secret }] } } },
      components: {
        schemas: { Login: { type: "object", properties: { pin: secret, code: secret } } },
        securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } },
      },
    });
    expect(view.secrets).toEqual([{ place: "queries", names: ["key", "pin"] }]);
  });
});
