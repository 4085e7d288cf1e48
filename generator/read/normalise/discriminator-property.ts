import { isObject, type Json, type JsonObject } from "../document/document.js";
import { ancestorsOf } from "../document/inheritance.js";
import { follow } from "../document/refs.js";

/** The discriminator values of a schema. */
export interface DiscriminatorProperty {
  readonly values: ReadonlySet<string>;
  /** Whether the property is required: not if its absence selects a schema. */
  readonly isAsked: boolean;
}

/** A schema whose property has the values that mean the schema, where it is an object and allows them. */
export function withDiscriminatorProperty(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  telling: DiscriminatorProperty,
): JsonObject {
  const { allOf } = schema;
  const isOwn = propertyIn(schema, name) !== undefined;
  if (isOwn || !Array.isArray(allOf)) {
    return isOwn || isObjectLike(schema) ? narrowed(document, schema, name, telling) : schema;
  }
  const members: readonly Json[] = allOf;
  const place = members.findIndex((member) => propertyIn(member, name) !== undefined);
  if (place < 0) {
    const own = { type: "object", properties: inherited(document, schema, name) };
    return { ...schema, allOf: [...members, narrowed(document, own, name, telling)] };
  }
  const described = members.map((member, index) =>
    index === place && isObject(member) ? narrowed(document, member, name, telling) : member,
  );
  return { ...schema, allOf: described };
}

function narrowed(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  { values, isAsked }: DiscriminatorProperty,
): JsonObject {
  const { properties, required } = schema;
  const asked: readonly Json[] = Array.isArray(required) ? required : [];
  return {
    ...schema,
    properties: {
      ...(isObject(properties) && properties),
      [name]: withValues(document, propertyIn(schema, name) ?? {}, values),
    },
    ...(isAsked && { required: asked.includes(name) ? asked : [...asked, name] }),
  };
}

/** A property with these values of its own, or as it is where it says as much, or allows none of them. */
function withValues(document: JsonObject, property: Json, values: ReadonlySet<string>): Json {
  const said = meaningOf(document, property);
  const { type, enum: listed } = said;
  const isText = type === undefined || type === "string" || listOf(type).includes("string");
  if (!isText || Object.hasOwn(said, "const")) return property;
  const kept = [...values].filter((value) => !Array.isArray(listed) || listed.includes(value));
  if (kept.length === 0 || kept.length === listOf(listed).length) return property;
  const facts = Object.entries(said).filter(([key]) => annotations.has(key));
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

/** The property as an ancestor defines it, for a descendant to narrow. */
function inherited(document: JsonObject, schema: JsonObject, name: string): JsonObject {
  for (const ancestor of ancestorsOf(document, schema)) {
    const property = propertyIn(ancestor, name);
    if (property !== undefined) return { [name]: property };
  }
  return {};
}

function propertyIn(schema: Json, name: string): Json | undefined {
  const properties = isObject(schema) ? schema["properties"] : undefined;
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function isObjectLike({ type, properties }: JsonObject): boolean {
  return type === "object" || listOf(type).includes("object") || isObject(properties);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
