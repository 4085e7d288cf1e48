import { isObject, type Json, type JsonObject } from "../document/document.js";
import { ancestorsOf } from "../document/inheritance.js";
import { follow } from "../document/references.js";

/**
 * A schema whose discriminator property has the values that mean the schema, so that a union of
 * such schemas narrows. Only a plain string gets them: a discriminator never changes what validates
 * (OpenAPI 3.1, 4.8.25), so where the schema restricts the property itself, or lacks it, nothing is
 * added, and nothing becomes required. An inherited list of values is cut to those of the heir.
 */
export function withDiscriminatorProperty(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  values: ReadonlySet<string>,
): JsonObject {
  if (propertyIn(schema, name) !== undefined) return narrowed(document, schema, name, values);
  const { allOf } = schema;
  if (!Array.isArray(allOf)) return schema;
  const members: readonly Json[] = allOf;
  const place = members.findIndex((member) => propertyIn(member, name) !== undefined);
  if (place < 0) {
    const property = inherited(document, schema, name);
    const own = property === undefined ? null : withValues(document, property, values);
    if (own === null || own === property) return schema;
    return { ...schema, allOf: [...members, { type: "object", properties: { [name]: own } }] };
  }
  const described = members.map((member, index) =>
    index === place && isObject(member) ? narrowed(document, member, name, values) : member,
  );
  return { ...schema, allOf: described };
}

function narrowed(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  values: ReadonlySet<string>,
): JsonObject {
  const property = propertyIn(schema, name) ?? {};
  if (!isPlainText(meaningOf(document, property))) return schema;
  const { properties } = schema;
  return {
    ...schema,
    properties: {
      ...(isObject(properties) && properties),
      [name]: withValues(document, property, values),
    },
  };
}

function isPlainText(property: JsonObject): boolean {
  const isRestricted = ["enum", "const", "oneOf", "anyOf", "nullable"].some((key) =>
    Object.hasOwn(property, key),
  );
  return property["type"] === "string" && !isRestricted;
}

/** A property with these values; unchanged if it has them already, or allows none of them. */
function withValues(document: JsonObject, property: Json, values: ReadonlySet<string>): Json {
  const resolved = meaningOf(document, property);
  const { type, enum: listed } = resolved;
  if (type !== "string" || Object.hasOwn(resolved, "const")) return property;
  const kept = [...values].filter((value) => !Array.isArray(listed) || listed.includes(value));
  if (kept.length === 0 || kept.length === listOf(listed).length) return property;
  const facts = Object.entries(resolved).filter(([key]) => annotations.has(key));
  return { ...Object.fromEntries(facts), type: "string", enum: kept };
}

const annotations: ReadonlySet<string> = new Set(
  "title description deprecated readOnly writeOnly x-speakeasy-deprecation-message".split(" "),
);

/** The schema of a property, resolved through references and single-member `allOf`. */
function meaningOf(document: JsonObject, property: Json): JsonObject {
  if (!isObject(property)) return {};
  const node = follow(document, { node: property, pointer: "" })?.node ?? {};
  const [only, ...more] = listOf(node["allOf"]);
  const inner =
    isObject(only) && more.length === 0 ? follow(document, { node: only, pointer: "" }) : null;
  return { ...inner?.node, ...node };
}

/** How the nearest ancestor describes a property. */
function inherited(document: JsonObject, schema: JsonObject, name: string): Json | undefined {
  for (const ancestor of ancestorsOf(document, schema)) {
    const property = propertyIn(ancestor, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

function propertyIn(schema: Json, name: string): Json | undefined {
  const properties = isObject(schema) ? schema["properties"] : undefined;
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
