import { expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import { apiFrom } from "../../../generator/model/model.js";
import { plan } from "../../../generator/plan/plan.js";

const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/orders": {
      post: {
        operationId: "order",
        tags: ["orders"],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { item: { type: "string", description: "What." } },
                required: ["item"],
              },
            },
          },
        },
        responses: {
          200: {
            description: "ok",
            headers: { "X-Left": { description: "Calls left.", schema: { type: "integer" } } },
            content: {
              "application/json": {
                schema: { type: "object", properties: { id: { type: "string" } } },
                examples: { one: { summary: "One", value: { id: "from-the-document" } } },
              },
            },
          },
        },
        callbacks: {
          done: {
            "{$request.body#/url}": {
              post: {
                requestBody: { content: { "application/json": { schema: { type: "object" } } } },
                responses: { 200: { description: "ok" } },
              },
            },
          },
        },
      },
    },
  },
};

it.each([
  [
    "a required field of an optional body",
    "| `item` | `string` | | Required if a body is sent.<br/>What. |",
  ],
  ["the headers of a response", "Headers (200):\n\n| Header |"],
  ["what a header means", "| `X-Left` | `number` | | Calls left. |"],
  ["the document's example of a response", '```json\n{\n  "id": "from-the-document"\n}\n```'],
  ["the callbacks", "Callbacks: [`done`](../../webhooks/done.md)."],
])("the section of an operation shows %s", (_, want) => {
  const files = render(plan(apiFrom(document, {}), {}));
  const page = files.find(({ path }) => path === "docs/sdks/orders/README.md");
  expect(page?.text).toContain(want);
});
