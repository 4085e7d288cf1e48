import { isObject, type JsonObject } from "../../document/document.js";
import { besideSchema, ownSchema } from "./schema-rules.js";

/** The OpenAPI 3 equivalents of `collectionFormat`; others equal the defaults. */
const styles: Readonly<Record<string, JsonObject>> = {
  csv: { explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  // OpenAPI 3 has no style for tabs: the model knows this one besides.
  tsv: { style: "tabDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true },
};

/** Converts a parameter in path, query or header. */
export function parameterFrom(parameter: JsonObject): JsonObject {
  if (typeof parameter["$ref"] === "string") return parameter;
  return {
    ...besideSchema(parameter),
    ...styleOf(parameter),
    schema: isObject(parameter["schema"]) ? parameter["schema"] : ownSchema(parameter),
  };
}

export function headerFrom(header: JsonObject): JsonObject {
  return { ...besideSchema(header), schema: ownSchema(header) };
}

/** The serialization style of a list parameter; empty for anything else. */
export function styleOf({ type, in: location, collectionFormat }: JsonObject): JsonObject {
  if (type !== "array") return {};
  const format = typeof collectionFormat === "string" ? collectionFormat : "csv";
  const style = styles[format] ?? {};
  return location === "query" || location === "formData" ? style : { explode: false };
}
