import { isObject, type Json, type JsonObject } from "../../generator/read/document/document.js";
import { follow } from "../../generator/read/document/references.js";

export type Direction = "request" | "response";

/** What is no rule about values. */
const unruly = new Set(
  "$id id $schema $anchor $dynamicAnchor example examples default nullable discriminator xml".split(
    " ",
  ),
);

const types = new Set("string number integer boolean null array object".split(" "));

/** A schema of OpenAPI as one of JSON Schema that says the same of what goes in one direction. */
export function judgedSchema(
  document: JsonObject,
  schema: JsonObject,
  direction: Direction,
): JsonObject {
  const kept = Object.entries(schema).filter(
    ([key]) => !(unruly.has(key) || key === "type" || key === "required"),
  );
  return {
    ...Object.fromEntries(kept),
    ...typeIn(schema),
    ...requiredIn(document, schema, direction),
  };
}

function typeIn({ type }: JsonObject): JsonObject {
  const told: readonly Json[] = Array.isArray(type) ? type : [type ?? ""];
  const known = told.filter((each) => types.has(String(each)));
  return known.length === 0 ? {} : { type: known };
}

/** What goes in one direction alone isn't asked of the other (OpenAPI 3.1, Schema Object). */
function requiredIn(document: JsonObject, schema: JsonObject, direction: Direction): JsonObject {
  const { required, properties } = schema;
  if (!Array.isArray(required)) return {};
  const other = direction === "request" ? "readOnly" : "writeOnly";
  const isOther = (name: Json) => {
    const property = isObject(properties) ? properties[String(name)] : undefined;
    if (!isObject(property)) return false;
    return (
      property[other] === true ||
      follow(document, { node: property, pointer: "" })?.node[other] === true
    );
  };
  return { required: required.filter((name) => !isOther(name)) };
}
