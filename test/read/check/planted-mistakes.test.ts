import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { read } from "../../../generator/read/read.js";
import { temporaryFolder } from "../../temporary-folder.js";

const document = `openapi: 3.1.0
info: { title: Harbour, version: "1" }
servers: [{ url: https://harbour.example }]
security: [{ apikey: [] }]
paths:
  /vessels/{vesselid}:
    get:
      operationId: getVessel
      parameters:
        - { name: vessel_id, in: path, schema: { type: string } }
      responses:
        "204": { description: ok }
  /voyages:
    post:
      operationId: createVoyage
      requestBody:
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Voyage" }
            example: { speed: fast, leg: 1 }
      responses: { "204": { description: ok } }
components:
  securitySchemes:
    apiKey: { type: apiKey, in: header, name: X-Key }
  schemas:
    Voyage:
      type: object
      require: [speed]
      required: [leg]
      properties:
        speed: { type: string, enum: [slow, full] }
        lat: { type: interger, minimum: one }
        at: { type: string, readonly: true, pattern: "([" }
        cargo: { $ref: "#/components/schemas/Cargo" }
    Cargo:
      oneOf: [{ $ref: "#/components/schemas/Bulk" }]
      discriminator: { propertyName: kind, mapping: { bulk: "#/components/schemas/Bulc" } }
    Bulk: { type: object, required: [kind], properties: { kind: { type: string } } }
`;

it("a document with many mistakes has a line for each, with the nearest right word", async () => {
  const path = join(temporaryFolder(), "openapi.yaml");
  writeFileSync(path, document);
  const reading = await read(path);
  if (!reading.ok) throw new Error("the document can't be read");
  const lines = reading.warnings.map(({ line, message }) => `${line} ${message}`);
  expect(lines.sort()).toEqual([
    '10 the path parameter "vessel_id" is not in the path "/vessels/{vesselid}" and is left out: did you mean "vesselid"?',
    '10 the path parameter "vessel_id" is treated as required: write `required: true`',
    '20 the example doesn\'t match its schema: `speed` is the text "fast" and not one of "slow", "full"; correct one of them',
    '28 unknown key "require" in a schema is ignored: did you mean "required"?',
    '32 `minimum` is "one" and ignored: write a number',
    '32 `type` is "interger": it is read as "integer"; did you mean that?',
    '33 "([" isn\'t a valid JavaScript regular expression and is ignored: correct it (Unterminated character class)',
    '33 unknown key "readonly" in a schema is ignored: did you mean "readOnly"?',
    '37 the mapping of "bulk" refers to "#/components/schemas/Bulc", which isn\'t a schema, and is ignored: did you mean "Bulk"?',
    '4 the document has no security scheme "apikey"; it is read as "apiKey": did you mean "apiKey"?',
    '7 the path has {vesselid}, which no parameter declares; it is treated as a required string: did you mean "vessel_id"?',
  ]);
});
