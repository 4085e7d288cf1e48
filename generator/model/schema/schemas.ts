import { pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject, type Place } from "../../read/document/document.js";
import { follow, schemaNameIn } from "../../read/document/references.js";
import type { Field, NamedSchema, Schema, SchemaKind } from "../api/schema.js";
import { schemaNameOf } from "../extensions.js";
import { listIn, type ModelContext, numberIn, ownPlace, textIn, textsIn } from "../node.js";
import { type Converted, withFacts, withoutFacts } from "./facts.js";
import { describedField } from "./required.js";
import {
  allowsAll,
  fieldFrom,
  fileOf,
  isArray,
  isComposition,
  isObjectLike,
  isScalar,
  isScalarType,
  isTuple,
  listKeys,
  objectKeys,
  typesIn,
  valuesFrom,
} from "./types.js";
import { isNullAllowed, typeListOf, valuesIn } from "./values.js";

/** Where a schema is, seen from the named schema or the operation that contains it. */
interface SchemaContext {
  /** The pointers of the references followed so far, to stop at loops. */
  readonly entered: readonly string[];
  /** The compositions that the schema is a member of, outermost first. */
  readonly compositions: readonly Place[];
}

const start: SchemaContext = { entered: [], compositions: [] };

/** The maximum depth of references to unnamed places, because each is expanded in place. */
const deepest = 5;

interface Rule {
  /** @param types the types that the schema lists, without `null`. */
  readonly match: (node: JsonObject, types: readonly string[]) => boolean;
  readonly convert: (context: ModelContext, place: Place, within: SchemaContext) => Converted;
}

/** The keywords of a schema determine its kind; the first matching rule applies. */
const rules: readonly Rule[] = [
  // A closed list of values is more precise than the type next to it.
  { match: (node) => valuesIn(node).length > 0, convert: (_, place) => valuesFrom(place) },
  { match: ({ not }) => allowsAll(not), convert: () => ({ kind: "never" }) },
  { match: isComposition, convert: compositionFrom },
  { match: (_, types) => types.length > 1, convert: typeUnionFrom },
  { match: isTuple, convert: tupleFrom },
  { match: isArray, convert: arrayFrom },
  { match: isObjectLike, convert: objectFrom },
  { match: isScalar, convert: (_, { node }) => scalarFrom(node) },
  { match: (node) => typeListOf(node).includes("null"), convert: () => nullKind },
  { match: () => true, convert: () => ({ kind: "unknown" }) },
];

const nullKind: SchemaKind = { kind: "scalar", type: "null", format: null, file: null };

/** Every named schema of the document. */
export function namedSchemasFrom(context: ModelContext): NamedSchema[] {
  const root = { node: context.document, pointer: "" };
  const components = ownPlace(root, "components");
  const schemas = components && ownPlace(components, "schemas");
  return Object.entries(schemas?.node ?? {}).map(([name, value]) => ({
    name,
    alias: isObject(value) ? schemaNameOf(value) : null,
    schema: schemaFrom(context, value, pointerTo("/components/schemas", name)),
  }));
}

/** The schema below a key; one that allows everything if there is none. */
export function schemaIn(context: ModelContext, { node, pointer }: Place, key: string): Schema {
  return schemaFrom(context, node[key], pointerTo(pointer, key));
}

function schemaFrom(
  context: ModelContext,
  value: Json | undefined,
  pointer: string,
  within: SchemaContext = start,
): Schema {
  if (value === false) return withFacts({ kind: "never" }, {});
  const node = isObject(value) ? value : {};
  const kind =
    typeof node["$ref"] === "string"
      ? referenced(context, { node, pointer }, node["$ref"], within)
      : kindFrom(context, { node, pointer }, within);
  return withFacts(kind, node);
}

function kindFrom(context: ModelContext, place: Place, within: SchemaContext): Converted {
  const types = typesIn(place.node);
  const rule = rules.find(({ match }) => match(place.node, types));
  return rule ? rule.convert(context, place, within) : { kind: "unknown" };
}

function referenced(
  context: ModelContext,
  place: Place,
  ref: string,
  { entered }: SchemaContext,
): Converted {
  const name = schemaNameIn(ref);
  if (name !== null) return { kind: "named", name };
  const target = follow(context.document, place);
  if (target === null || entered.length === deepest || entered.includes(target.pointer)) {
    return { kind: "unknown" };
  }
  const inside = { entered: [...entered, target.pointer], compositions: [] };
  return schemaFrom(context, target.node, target.pointer, inside);
}

/**
 * The members of `allOf`, the alternatives of `oneOf` and of `anyOf`, and the keywords next to them.
 */
function compositionFrom(context: ModelContext, place: Place, within: SchemaContext): Converted {
  const inside = { ...within, compositions: [...within.compositions, place] };
  const members = [
    ...membersIn(context, place, "allOf", inside),
    ...choiceFrom(context, place, "oneOf", inside),
    ...choiceFrom(context, place, "anyOf", inside),
    ...besideMembers(context, place, within),
  ];
  const [only] = members;
  if (members.length === 1 && only) return only;
  return { kind: "intersection", members, nullable: isNullAllowed(context, place) };
}

/** The alternatives below a key as one schema, if any; `null` among them makes it nullable. */
function choiceFrom(
  context: ModelContext,
  place: Place,
  key: string,
  within: SchemaContext,
): Schema[] {
  const all = membersIn(context, place, key, within);
  const members = all.filter((member) => !isNullType(member));
  const [only] = members;
  if (only === undefined) return all.slice(0, 1);
  const nullable = members.length < all.length;
  if (members.length === 1) return [{ ...only, nullable: nullable || only.nullable }];
  return [{ ...withFacts({ kind: "union", members }, {}), nullable }];
}

/** The fields, items or scalar type that a composition has next to its members. */
function besideMembers(
  context: ModelContext,
  { node, pointer }: Place,
  within: SchemaContext,
): Schema[] {
  const { allOf, oneOf, anyOf, ...own } = node;
  const types = typesIn(node);
  const allowsType = (type: string) => types.length === 0 || types.includes(type);
  const hasKeyword = (keys: readonly string[]) =>
    keys.some((key) => (node[key] ?? false) !== false);
  const isScalar = types.length > 0 && types.every(isScalarType);
  const isList = allowsType("array") && hasKeyword(listKeys);
  if (isScalar || isList) return [withoutFacts(schemaFrom(context, own, pointer, within))];
  if (!allowsType("object") || !hasKeyword(objectKeys)) return [];
  const whole = { ...within, compositions: [...within.compositions, { node, pointer }] };
  return [withFacts(objectFrom(context, { node: own, pointer }, whole), {})];
}

function typeUnionFrom(
  context: ModelContext,
  { node, pointer }: Place,
  within: SchemaContext,
): Converted {
  const members = typesIn(node).map((type) =>
    schemaFrom(context, { ...node, type, description: null }, pointer, within),
  );
  return { kind: "union", members };
}

function arrayFrom(
  context: ModelContext,
  { node, pointer }: Place,
  within: SchemaContext,
): Converted {
  const inside = { ...within, compositions: [] };
  const items = schemaFrom(context, node["items"], pointerTo(pointer, "items"), inside);
  return { kind: "array", items };
}

/**
 * Reads tuples as most documents mean them: without `items` there is no rest, and without
 * `minItems` all members are present.
 */
function tupleFrom(context: ModelContext, place: Place, within: SchemaContext): Converted {
  const { node, pointer } = place;
  const inside = { ...within, compositions: [] };
  const members = membersIn(context, place, "prefixItems", inside);
  const key = Object.hasOwn(node, "items") ? "items" : "unevaluatedItems";
  const rest = node[key] ?? false;
  return {
    kind: "tuple",
    members,
    least: Math.min(numberIn(node, "minItems") ?? members.length, members.length),
    rest: rest === false ? null : schemaFrom(context, rest, pointerTo(pointer, key), inside),
  };
}

function objectFrom(context: ModelContext, place: Place, within: SchemaContext): Converted {
  const { node } = place;
  const required = new Set(textsIn(node, "required"));
  const inside = { ...within, compositions: [] };
  const described = mapIn(context, place, "properties", inside).map(([name, schema]) =>
    fieldFrom(name, schema, required.has(name)),
  );
  for (const { name } of described) required.delete(name);
  const fields = [
    ...described,
    ...[...required].map((name) => requiredField(context, place, name, within)),
  ];
  const patterns = mapIn(context, place, "patternProperties", inside).map(([pattern, schema]) => ({
    pattern,
    schema,
  }));
  const isEmpty = fields.length === 0 && patterns.length === 0;
  return { kind: "object", fields, additional: additionalFrom(context, place, isEmpty), patterns };
}

/** A required field that this schema doesn't describe; another member of the composition may. */
function requiredField(
  context: ModelContext,
  place: Place,
  name: string,
  within: SchemaContext,
): Field {
  const found = describedField(context, [...within.compositions, place], name);
  if (found === null || within.entered.includes(found.pointer)) {
    return fieldFrom(name, withFacts({ kind: "unknown" }, {}), true);
  }
  const inside = { entered: [...within.entered, found.pointer], compositions: [] };
  return fieldFrom(
    name,
    withoutFacts(schemaFrom(context, found.value, found.pointer, inside)),
    true,
  );
}

function additionalFrom(
  context: ModelContext,
  { node, pointer }: Place,
  isEmpty: boolean,
): Schema | null {
  const key = Object.hasOwn(node, "additionalProperties")
    ? "additionalProperties"
    : "unevaluatedProperties";
  const value = node[key];
  const isStated = value === true || isObject(value) || (value === false && isEmpty);
  return isStated ? schemaFrom(context, value, pointerTo(pointer, key)) : null;
}

function scalarFrom(node: JsonObject): Converted {
  const [type = "string"] = typesIn(node);
  if (!isScalarType(type)) return { kind: "unknown" };
  const file = type === "string" ? fileOf(node) : null;
  return { kind: "scalar", type, format: textIn(node, "format"), file };
}

function membersIn(
  context: ModelContext,
  { node, pointer }: Place,
  key: string,
  within: SchemaContext,
): Schema[] {
  return listIn(node, key).map((member, index) =>
    schemaFrom(context, member, pointerTo(pointer, key, index), within),
  );
}

function mapIn(
  context: ModelContext,
  place: Place,
  key: string,
  within: SchemaContext,
): [string, Schema][] {
  const { node, pointer } = ownPlace(place, key) ?? { node: {}, pointer: "" };
  const schemas: [string, Schema][] = [];
  // A loop, since `map` adds two frames to the stack for each level of nesting.
  for (const [name, value] of Object.entries(node)) {
    schemas.push([name, schemaFrom(context, value, pointerTo(pointer, name), within)]);
  }
  return schemas;
}

function isNullType(schema: Schema): boolean {
  return schema.kind === "scalar" && schema.type === "null";
}
