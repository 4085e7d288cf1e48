import { isObject, type Json, type JsonObject } from "../document/document.js";
import { ancestorsOf } from "../document/inheritance.js";
import { follow } from "../document/references.js";

/**
 * Restricts the discriminator property of a schema to the values that select the schema, so that a
 * union of such schemas narrows. Only an unrestricted string is changed: a discriminator never
 * changes validation (OpenAPI 3.1, 4.8.25), so if the schema itself restricts the property or lacks
 * it, nothing is added, and nothing becomes required. An inherited list of values is reduced to
 * those of the schema.
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
    const property = inheritedProperty(document, schema, name);
    const own = property === undefined ? null : withValues(document, property, values);
    if (own === null || own === property) return schema;
    return { ...schema, allOf: [...members, { type: "object", properties: { [name]: own } }] };
  }
  const changed = members.map((member, index) =>
    index === place && isObject(member) ? narrowed(document, member, name, values) : member,
  );
  return { ...schema, allOf: changed };
}

function narrowed(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  values: ReadonlySet<string>,
): JsonObject {
  const property = propertyIn(schema, name) ?? {};
  if (!isUnrestrictedString(resolvedProperty(document, property))) return schema;
  const { properties } = schema;
  return {
    ...schema,
    properties: {
      ...(isObject(properties) && properties),
      [name]: withValues(document, property, values),
    },
  };
}

function isUnrestrictedString(property: JsonObject): boolean {
  const isRestricted = ["enum", "const", "oneOf", "anyOf", "nullable"].some((key) =>
    Object.hasOwn(property, key),
  );
  return property["type"] === "string" && !isRestricted;
}

/**
 * A property with these values; unchanged if it already has exactly these, or allows none of them.
 */
function withValues(document: JsonObject, property: Json, values: ReadonlySet<string>): Json {
  const resolved = resolvedProperty(document, property);
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
function resolvedProperty(document: JsonObject, property: Json): JsonObject {
  if (!isObject(property)) return {};
  const node = follow(document, { node: property, pointer: "" })?.node ?? {};
  const [only, ...more] = listOf(node["allOf"]);
  const inner =
    isObject(only) && more.length === 0 ? follow(document, { node: only, pointer: "" }) : null;
  return { ...inner?.node, ...node };
}

/** The description of a property in the nearest ancestor. */
function inheritedProperty(
  document: JsonObject,
  schema: JsonObject,
  name: string,
): Json | undefined {
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
