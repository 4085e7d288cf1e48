import { expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import { apiFrom } from "../../../generator/model/model.js";
import { plan } from "../../../generator/plan/plan.js";

const photo = {
  type: "object",
  required: ["image"],
  properties: {
    image: { type: "string", format: "binary" },
    more: { type: "array", items: { type: "string", format: "binary" } },
    title: { type: "string" },
  },
};

/** The page of a model that the body of the only operation has. */
function pageOf(contentType: string): string {
  const schema = { $ref: "#/components/schemas/Photo" };
  const api = apiFrom({
    openapi: "3.1.0",
    info: { title: "Photos", version: "1" },
    paths: {
      "/photos": {
        post: {
          operationId: "add",
          requestBody: { required: true, content: { [contentType]: { schema } } },
          responses: { 204: { description: "Added." } },
        },
      },
    },
    components: { schemas: { Photo: photo } },
  });
  return render(plan(api, {})).find(({ path }) => path === "docs/models/photo.md")?.text ?? "";
}

it("shows the files of a model that only multipart bodies contain", () => {
  const page = pageOf("multipart/form-data");
  expect(page).toContain("| `image` | `FileInput` | ✔️ |");
  expect(page).toContain("| `more` | `FileInput[]` | |");
  expect(page).toContain("| `title` | `string` | |");
});

it("shows binary text of JSON as text", () => {
  expect(pageOf("application/json")).toContain("| `image` | `string` | ✔️ |");
});
