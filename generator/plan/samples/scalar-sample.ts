import type { Schema, SchemaKind } from "../../model/api.js";
import { sampleNumber, sampleText } from "./sample-text.js";

/** A plausible value of a schema without nested values. */
export function scalarSample(
  schema: Extract<Schema, { kind: "scalar" | "enum" | "unknown" }>,
  name: string,
): unknown {
  switch (schema.kind) {
    case "scalar":
      return scalarValue(schema, schema.constraints, name);
    case "enum":
      return schema.values.find((value) => value !== null) ?? null;
    case "unknown":
      return {};
  }
}

function scalarValue(
  { type, format }: Extract<SchemaKind, { kind: "scalar" }>,
  constraints: readonly string[],
  name: string,
): unknown {
  switch (type) {
    case "string":
      return sampleText(name, format, constraints);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return sampleNumber(name, constraints);
  }
}
