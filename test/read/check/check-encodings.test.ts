import { expect, it } from "vitest";
import { encodingMistakes } from "../../../generator/read/check/check-encodings.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom } from "./lines.js";

const at = "/components/requestBodies/Send/content";

function linesOf(contentType: string, media: JsonObject): string[] {
  return linesFrom(encodingMistakes, {
    components: {
      requestBodies: { Send: { content: { [contentType]: media } } },
      schemas: { Base: { type: "object", properties: { photo: { type: "string" } } } },
    },
  });
}

const schema = {
  allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { note: { type: "string" } } }],
};

it("reports fields that the schema doesn't have", () => {
  const encoding = { note: {}, foto: {}, extra: {}, photo: {} };
  expect(linesOf("multipart/form-data", { schema, encoding })).toEqual([
    `${at}/multipart~1form-data/encoding/foto the encoding of "foto" is ignored, because the schema has no such field: describe the field in \`schema\``,
    `${at}/multipart~1form-data/encoding/extra the encoding of "extra" is ignored, because the schema has no such field: describe the field in \`schema\``,
  ]);
  expect(linesOf("multipart/form-data", { schema, encoding: { photos: {} } })).toEqual([
    `${at}/multipart~1form-data/encoding/photos the encoding of "photos" is ignored, because the schema has no such field: did you mean "photo"?`,
  ]);
});

it("reports the encoding of what has no fields", () => {
  expect(linesOf("application/json", { schema, encoding: { note: {} } })).toEqual([
    `${at}/application~1json/encoding \`encoding\` of "application/json" is ignored: only forms and multipart bodies have fields with an encoding`,
  ]);
});

it.each<[string, JsonObject]>([
  ["fields that it has", { schema, encoding: { note: {}, photo: {} } }],
  ["any field of an open object", { schema: { additionalProperties: {} }, encoding: { a: {} } }],
  ["any field without a schema", { encoding: { a: {} } }],
])("accepts %s", (_, media) => {
  expect(linesOf("application/x-www-form-urlencoded", media)).toEqual([]);
});
