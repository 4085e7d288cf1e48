import { compare } from "../../generator/diff/compare.js";
import { plainPhrase } from "../../generator/diff/phrase.js";
import { surfaceOf } from "../../generator/plan/report/entries.js";
import { reportJson } from "../../generator/plan/report/report.js";
import type { Surface } from "../../generator/plan/report/surface.js";
import { surfaceFromJson } from "../../generator/plan/report/surface-from-json.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { blueprintOf, json } from "../plan/blueprint.js";

/** The surface of a document, read back from its report. */
export function surfaceFrom(document: JsonObject): Surface {
  const surface = surfaceFromJson(reportJson(surfaceOf(blueprintOf(document))));
  if (surface === null) throw new Error("the report can't be read");
  return surface;
}

/** What changes for users, a line each. */
export function changesBetween(old: JsonObject, next: JsonObject): string[] {
  return compare(surfaceFrom(old), surfaceFrom(next)).map(
    ({ verdict, kind, name, message }) => `${verdict} ${kind} ${name}: ${plainPhrase(message)}`,
  );
}

/** A document with one operation, `pets.add`. */
export function adding(operation: JsonObject, rest: JsonObject = {}): JsonObject {
  return {
    paths: { "/pets": { post: { operationId: "add", tags: ["pets"], ...operation } } },
    ...rest,
  };
}

/** One that takes a note and these fields. */
export function taking(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return adding({
    requestBody: {
      required: true,
      ...json({ type: "object", properties: { note: {}, ...properties }, required }),
    },
  });
}

/** One that gives a `Pet` with a note and these fields. */
export function giving(properties: JsonObject, required: readonly string[] = []): JsonObject {
  const pet = { type: "object", properties: { note: {}, ...properties }, required };
  return adding(
    { responses: { "200": json({ $ref: "#/components/schemas/Pet" }) } },
    { components: { schemas: { Pet: pet } } },
  );
}

/** One whose successes and failures have these payloads; `null` is none. */
export function answering(
  payloads: Readonly<Record<string, Json>>,
  schemas: JsonObject = {},
): JsonObject {
  const responses = Object.entries(payloads).map(([status, schema]) => [
    status,
    schema === null ? { description: "" } : json(schema as JsonObject),
  ]);
  return adding({ responses: Object.fromEntries(responses) }, { components: { schemas } });
}
