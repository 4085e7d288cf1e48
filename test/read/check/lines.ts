import type { Finding } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

/** What a check finds in parts of a document: `pointer message`, a line each. */
export function linesFrom(check: (document: JsonObject) => Finding[], parts: JsonObject): string[] {
  const findings = check({ openapi: "3.1.0", ...parts });
  return findings.flatMap(({ problem }) =>
    problem ? [`${problem.pointer} ${problem.message}`] : [],
  );
}

/** A document whose one schema is called `A`. */
export function schemaA(schema: JsonObject): JsonObject {
  return { components: { schemas: { A: schema } } };
}
