import { expect, it } from "vitest";
import { render } from "../../../../generator/emit/render.js";
import { apiFrom } from "../../../../generator/model/model.js";
import { plan } from "../../../../generator/plan/plan.js";
import type { JsonObject } from "../../../../generator/read/document/document.js";

const json = { schema: { type: "object", properties: { url: { type: "string" } } } };
const form = {
  schema: { type: "object", properties: { photo: { type: "string", format: "binary" } } },
};

/** The guide of an API with a POST for each of these contents; `undefined` if it has none. */
function guideFor(contents: Readonly<Record<string, JsonObject>>): string | undefined {
  const paths = Object.entries(contents).map(([operationId, content]) => [
    `/${operationId}`,
    {
      post: {
        operationId,
        tags: ["Pets"],
        requestBody: { required: true, content },
        responses: { 204: { description: "" } },
      },
    },
  ]);
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://pets.example/v1" }],
    paths: Object.fromEntries(paths),
  };
  const files = render(plan(apiFrom(document), {}));
  return files.find(({ path }) => path === "docs/guides/uploads.md")?.text;
}

const photo = 'photo: await openAsBlob("photo.png")';

it("shows a form with a file, and a body of bytes", () => {
  const guide = guideFor({ add: { "multipart/form-data": form }, set: { "image/png": {} } });
  expect(guide).toContain(`await pets.pets.add({ ${photo} });`);
  expect(guide).toContain('await pets.pets.set({ body: await openAsBlob("file.png") });');
});

it("shows bodies that `contentType` chooses", () => {
  const guide = guideFor({
    add: { "application/json": json, "multipart/form-data": form, "image/*": {} },
  });
  expect(guide?.match(/^These operations accept.*$/m)?.[0].match(/pets\.add/g)).toHaveLength(1);
  expect(guide).toContain(`add({ ${photo} }, { contentType: "multipart/form-data" });`);
  expect(guide).toMatch(/add\(\{ body: .* \}, \{ contentType: "image\/png" \}\);/);
});

it("prefers a body that needs no `contentType`", () => {
  const guide = guideFor({
    add: { "application/json": json, "multipart/form-data": form },
    set: { "multipart/form-data": form },
  });
  expect(guide).toContain(`await pets.pets.set({ ${photo} });`);
  expect(guide).not.toContain("contentType");
});

it("is left out if no body contains files", () => {
  expect(guideFor({ add: { "application/json": json } })).toBeUndefined();
});
