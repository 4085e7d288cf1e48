import {
  isObject,
  type Json,
  type JsonObject,
  type Place,
  pointerTo,
} from "../read/document/document.js";
import { schemaNameIn } from "../read/document/local-reference.js";
import { follow } from "../read/document/refs.js";
import type { Field, NamedSchema, ScalarType, Schema, SchemaFacts, SchemaKind } from "./api.js";
import { constraintsOf } from "./constraints.js";
import { deprecationOf } from "./deprecation.js";
import { enumFrom, valuesIn } from "./enums.js";
import { isErrorMessage, nameOverrideOf } from "./extensions.js";
import { flagIn, listIn, type ModelContext, ownPlace, textIn, textsIn, valueIn } from "./node.js";
import { requiredIn, requiredOfMembers } from "./required.js";

/** The pointers of referenced schemas that the one in question stands in: a loop ends where it began. */
type Path = readonly string[];

/** As many references to places without a name are followed into each other: they multiply. */
const deepest = 5;

/** What a rule makes of a schema; the facts are those of another schema that it turned out to be. */
type Converted = SchemaKind & Partial<SchemaFacts>;

interface Rule {
  /** @param types what `typesIn` says of the schema. */
  readonly match: (node: JsonObject, types: readonly string[]) => boolean;
  readonly convert: (reading: ModelContext, place: Place, path: Path) => Converted;
}

/** What a schema is, told by its keywords; the first rule that matches decides. */
const rules: readonly Rule[] = [
  // A closed list of values says more than the type beside it.
  {
    match: (node) => valuesIn(node).length > 0,
    convert: (_, { node }) => enumFrom(node),
  },
  // Compositions go before types: `type: object` beside `allOf` only repeats what the members say.
  { match: (node) => listIn(node, "allOf").length > 0, convert: intersectionFrom },
  { match: (node) => alternativesIn(node).length > 0, convert: unionFrom },
  { match: (_, types) => types.length > 1, convert: typeUnionFrom },
  { match: isTuple, convert: tupleFrom },
  { match: (node, [type]) => type === "array" || "items" in node, convert: arrayFrom },
  { match: isObjectLike, convert: objectFrom },
  { match: (_, types) => types.length === 1, convert: (_, { node }) => scalarFrom(node) },
  {
    match: (node) => typeListOf(node).includes("null"),
    convert: () => ({ kind: "scalar", type: "null", format: null }),
  },
  { match: () => true, convert: () => ({ kind: "unknown" }) },
];

/** Every schema that the document names. */
export function namedSchemasFrom(reading: ModelContext): NamedSchema[] {
  const root = { node: reading.document, pointer: "" };
  const components = ownPlace(root, "components");
  const schemas = components && ownPlace(components, "schemas");
  return Object.entries(schemas?.node ?? {}).map(([name, value]) => ({
    name,
    alias: isObject(value) ? nameOverrideOf(value) : null,
    schema: schemaFrom(reading, value, pointerTo("/components/schemas", name)),
  }));
}

/** The schema below a key, or one that allows everything where there is none. */
export function schemaIn(reading: ModelContext, { node, pointer }: Place, key: string): Schema {
  return schemaFrom(reading, node[key], pointerTo(pointer, key));
}

function schemaFrom(
  reading: ModelContext,
  value: Json | undefined,
  pointer: string,
  path: Path = [],
): Schema {
  const node = isObject(value) ? value : {};
  const kind =
    typeof node["$ref"] === "string"
      ? referenced(reading, { node, pointer }, node["$ref"], path)
      : kindFrom(reading, { node, pointer }, path);
  return withFacts(kind, node);
}

/** A schema with what it says itself, and otherwise with what the one it turned out to be says. */
function withFacts(kind: Converted, node: JsonObject): Schema {
  return {
    ...kind,
    description: textIn(node, "description") ?? kind.description ?? null,
    deprecated: deprecationOf(node) ?? kind.deprecated ?? null,
    nullable: isNullable(node) || kind.nullable === true,
    default: valueIn(node, "default") ?? kind.default ?? null,
    example: valueIn(node, "example") ?? firstExample(node) ?? kind.example ?? null,
    constraints: [...(kind.constraints ?? []), ...constraintsOf(node)],
    readOnly: flagIn(node, "readOnly") || kind.readOnly === true,
    writeOnly: flagIn(node, "writeOnly") || kind.writeOnly === true,
    isErrorMessage: isErrorMessage(node),
  };
}

function kindFrom(reading: ModelContext, place: Place, path: Path): Converted {
  const types = typesIn(place.node);
  const rule = rules.find(({ match }) => match(place.node, types));
  return rule ? rule.convert(reading, place, path) : { kind: "unknown" };
}

function referenced(reading: ModelContext, place: Place, ref: string, path: Path): Converted {
  const name = schemaNameIn(ref);
  if (name !== null) return { kind: "named", name };
  const target = follow(reading.document, place);
  if (target === null || path.length === deepest || path.includes(target.pointer)) {
    return { kind: "unknown" };
  }
  return schemaFrom(reading, target.node, target.pointer, [...path, target.pointer]);
}

function intersectionFrom(reading: ModelContext, place: Place, path: Path): Converted {
  const members = membersIn(reading, place, "allOf", path);
  const own = ownFields(reading, place, path);
  const all = own ? [...members, own] : members;
  const [only] = all;
  return all.length === 1 && only ? only : { kind: "intersection", members: all };
}

function unionFrom(reading: ModelContext, place: Place, path: Path): Converted {
  const key = listIn(place.node, "oneOf").length > 0 ? "oneOf" : "anyOf";
  const members = membersIn(reading, place, key, path).filter((member) => !isNullType(member));
  const [only] = members;
  const union: Converted = members.length === 1 && only ? only : { kind: "union", members };
  const own = ownFields(reading, place, path);
  return own ? { kind: "intersection", members: [withFacts(union, {}), own] } : union;
}

function typeUnionFrom(reading: ModelContext, { node, pointer }: Place, path: Path): Converted {
  const members = typesIn(node).map((type) =>
    schemaFrom(reading, { ...node, type, description: null }, pointer, path),
  );
  return { kind: "union", members };
}

function arrayFrom(reading: ModelContext, { node, pointer }: Place, path: Path): Converted {
  const items = schemaFrom(reading, node["items"], pointerTo(pointer, "items"), path);
  return { kind: "array", items };
}

function tupleFrom(reading: ModelContext, place: Place, path: Path): Converted {
  return { kind: "tuple", members: membersIn(reading, place, "prefixItems", path) };
}

function objectFrom(reading: ModelContext, place: Place, path: Path): Converted {
  const { node, pointer } = place;
  const required = new Set(textsIn(node, "required"));
  const properties = ownPlace(place, "properties");
  const fields = Object.entries(properties?.node ?? {}).map(([name, value]): Field => {
    const schema = schemaFrom(reading, value, pointerTo(pointer, "properties", name), path);
    const { description, deprecated, example } = schema;
    return { name, required: required.has(name), description, deprecated, schema, example };
  });
  const additional = node["additionalProperties"];
  return {
    kind: "object",
    fields,
    additional:
      additional === true || isObject(additional)
        ? schemaFrom(reading, additional, pointerTo(pointer, "additionalProperties"), path)
        : null,
  };
}

function scalarFrom(node: JsonObject): Converted {
  const [type] = typesIn(node);
  return isScalarType(type)
    ? { kind: "scalar", type, format: textIn(node, "format") }
    : { kind: "unknown" };
}

function membersIn(
  reading: ModelContext,
  { node, pointer }: Place,
  key: string,
  path: Path,
): Schema[] {
  return listIn(node, key).map((member, index) =>
    schemaFrom(reading, member, pointerTo(pointer, key, index), path),
  );
}

/** The fields that a composition has beside its members, and those that it asks of them. */
function ownFields(reading: ModelContext, place: Place, path: Path): Schema | null {
  const { properties, additionalProperties } = place.node;
  const restated = requiredOfMembers(reading, place);
  if (!isObject(properties) && Object.keys(restated).length === 0) return null;
  const own = {
    properties: { ...(isObject(properties) && properties), ...restated },
    required: requiredIn(place.node),
    ...(isObject(properties) && additionalProperties !== undefined && { additionalProperties }),
  };
  return schemaFrom(reading, own, place.pointer, path);
}

function isNullable(node: JsonObject): boolean {
  const types = typeListOf(node);
  if (types.includes("null") && types.length > 1) return true;
  if (valuesIn(node).includes(null)) return true;
  return alternativesIn(node).some((member) => isObject(member) && member["type"] === "null");
}

function isNullType(schema: Schema): boolean {
  return schema.kind === "scalar" && schema.type === "null";
}

function alternativesIn(node: JsonObject): readonly Json[] {
  const oneOf = listIn(node, "oneOf");
  return oneOf.length > 0 ? oneOf : listIn(node, "anyOf");
}

function typeListOf(node: JsonObject): string[] {
  const type = textIn(node, "type");
  return type === null ? textsIn(node, "type") : [type];
}

/** The types but `null`, which says of any other that it may be absent. */
function typesIn(node: JsonObject): string[] {
  return typeListOf(node).filter((type) => type !== "null");
}

function isTuple(node: JsonObject, [type]: readonly string[]): boolean {
  return type === "array" && listIn(node, "prefixItems").length > 0;
}

const objectKeys = ["properties", "additionalProperties", "required"];

function isObjectLike(node: JsonObject, [type]: readonly string[]): boolean {
  return type === "object" || objectKeys.some((key) => Object.hasOwn(node, key));
}

function isScalarType(type: string | undefined): type is ScalarType {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}

function firstExample(node: JsonObject) {
  const [value] = listIn(node, "examples");
  return value === undefined ? null : { value };
}
