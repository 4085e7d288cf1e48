import { grouped } from "../../grouped.js";
import { keysOf } from "../../pointer.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { ancestorsOf, descendantsIn, type Named, namedSchemasIn } from "../document/inheritance.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { walk } from "../document/walk.js";
import { withDiscriminatorProperty } from "./discriminator-property.js";

/** For each schema, its discriminator properties and the values that select it. */
type DiscriminatorValues = Map<JsonObject, Map<string, Set<string>>>;

/**
 * The document without discriminators. Their values move into the schemas that they distinguish, so
 * that later stages see only properties: `kind` is `cat` or `dog`.
 */
export function withDiscriminators(document: JsonObject): JsonObject {
  const discriminated = discriminatedSchemasIn(document);
  if (discriminated.length === 0) return document;
  const valuesBySchema = discriminatorValuesOf(document, discriminated);
  return rewritten(document, (part, kind, before) => {
    if (kind !== "schema" || !isObject(part) || !isObject(before)) return part;
    const { discriminator, ...rest } = part;
    const schema = discriminator === undefined ? part : rest;
    return [...(valuesBySchema.get(before) ?? [])].reduce(
      (marked, [property, values]) => withDiscriminatorProperty(document, marked, property, values),
      schema,
    );
  });
}

/** A Discriminator Object and the schema that contains it. */
interface DiscriminatedSchema {
  readonly schema: JsonObject;
  readonly property: string;
  readonly mapping: JsonObject;
  readonly otherwise: string | null;
}

function discriminatedSchemasIn(document: JsonObject): DiscriminatedSchema[] {
  const discriminated: DiscriminatedSchema[] = [];
  for (const { node, kind } of walk(document, "outside-in")) {
    const found = kind === "schema" && isObject(node) ? discriminatedSchemaFrom(node) : null;
    if (found) discriminated.push(found);
  }
  return discriminated;
}

function discriminatedSchemaFrom(schema: JsonObject): DiscriminatedSchema | null {
  const { discriminator } = schema;
  if (!isObject(discriminator)) return null;
  const { propertyName: property, mapping, defaultMapping } = discriminator;
  if (typeof property !== "string") return null;
  return {
    schema,
    property,
    mapping: isObject(mapping) ? mapping : {},
    otherwise: typeof defaultMapping === "string" ? defaultMapping : null,
  };
}

function discriminatorValuesOf(
  document: JsonObject,
  discriminated: readonly DiscriminatedSchema[],
): DiscriminatorValues {
  const valuesBySchema: DiscriminatorValues = new Map();
  const descendants = descendantsIn(document);
  for (const found of discriminated) {
    const { schema: union, property, otherwise } = found;
    const intended = mappedSchemas(document, found);
    const fallback = otherwise === null ? null : namedTarget(document, otherwise);
    const alternatives = alternativesOf(document, found);
    // A schema that extends a union isn't one of its alternatives.
    const members = isUnion(union) ? alternatives : (descendants.get(union) ?? []);
    for (const { name, schema } of members) {
      if (schema === fallback || includesMember(schema, union)) continue;
      addValues(valuesBySchema, schema, property, intended.get(schema) ?? [name]);
    }
  }
  return withDescendantValues(document, valuesBySchema);
}

function isUnion({ oneOf, anyOf }: JsonObject): boolean {
  return [oneOf, anyOf].some((members) => Array.isArray(members) && members.length > 0);
}

/** Whether a schema includes the discriminated schema as a member of its `allOf`. */
function includesMember({ allOf }: JsonObject, member: JsonObject): boolean {
  return Array.isArray(allOf) && allOf.includes(member);
}

/**
 * Adds the values of descendants to their ancestors: a property that allows a dog allows a puppy.
 */
function withDescendantValues(
  document: JsonObject,
  valuesBySchema: DiscriminatorValues,
): DiscriminatorValues {
  for (const [schema, properties] of [...valuesBySchema]) {
    for (const ancestor of ancestorsOf(document, schema)) {
      for (const [property, values] of properties) {
        const above = valuesBySchema.get(ancestor)?.get(property);
        for (const value of values) above?.add(value);
      }
    }
  }
  return valuesBySchema;
}

function addValues(
  valuesBySchema: DiscriminatorValues,
  schema: JsonObject,
  property: string,
  values: Iterable<string>,
): void {
  const properties = valuesBySchema.get(schema) ?? new Map<string, Set<string>>();
  valuesBySchema.set(schema, properties);
  properties.set(property, new Set([...(properties.get(property) ?? []), ...values]));
}

/** The values that a mapping has for each schema. */
function mappedSchemas(
  document: JsonObject,
  { mapping }: DiscriminatedSchema,
): Map<JsonObject, string[]> {
  return grouped(
    Object.entries(mapping).flatMap(([value, target]): [JsonObject, string][] => {
      const schema = typeof target === "string" ? namedTarget(document, target) : null;
      return schema ? [[schema, value]] : [];
    }),
  );
}

/** A schema by a reference or by its name alone. */
function namedTarget(document: JsonObject, text: string): JsonObject | null {
  const schemas = namedSchemasIn(document);
  const named = Object.hasOwn(schemas, text) ? schemas[text] : undefined;
  return isObject(named) ? named : targetOf(document, text);
}

function targetOf(document: JsonObject, $ref: string): JsonObject | null {
  return follow(document, { node: { $ref }, pointer: "" })?.node ?? null;
}

function alternativesOf(document: JsonObject, { schema }: DiscriminatedSchema): Named[] {
  const { oneOf, anyOf } = schema;
  const members: readonly Json[] = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : [];
  return members.flatMap((member): Named[] => {
    const ref = isObject(member) ? member["$ref"] : undefined;
    const target = typeof ref === "string" ? targetOf(document, ref) : null;
    return typeof ref === "string" && target ? [{ name: nameIn(ref), schema: target }] : [];
  });
}

/** The name of a reference's target. */
function nameIn(ref: string): string {
  return keysOf(`/${ref.slice(ref.lastIndexOf("/") + 1)}`)[0] ?? "";
}
