import { closureOf } from "../../closure.js";
import { isObject, type Json, type JsonObject, withEntries } from "../document/document.js";
import { kindBelow } from "../document/openapi-structure.js";
import { follow, schemaNameIn, schemaReference } from "../document/references.js";

/** Requests or responses, and how schemas differ there. */
export interface DirectionContext {
  readonly document: JsonObject;
  /** The mark of the fields that this direction leaves out. */
  readonly excluded: AccessMark;
  /** The schemas that have another name in this direction. */
  readonly names: ReadonlyMap<string, string>;
}

/** A schema for this direction; the same object if there is no difference. */
export function schemaForDirection(schema: Json, direction: DirectionContext): Json {
  if (!isObject(schema)) return schema;
  const name = direction.names.get(schemaNameIn(schema["$ref"]) ?? "");
  if (name !== undefined) return { ...schema, $ref: schemaReference(name) };
  const entries = Object.entries(schema).map(([key, value]): [string, Json] => [
    key,
    valueFor(schema, key, value, direction),
  ]);
  return withEntries(schema, entries);
}

function valueFor(schema: JsonObject, key: string, value: Json, direction: DirectionContext): Json {
  if (key === "required" || key === "example" || key === "default") {
    return key === "required"
      ? remainingRequired(schema, value, direction)
      : withoutExcluded(value, schema, direction);
  }
  if (key === "examples" && Array.isArray(value)) {
    return mappedList(value, (each) => withoutExcluded(each, schema, direction));
  }
  const kind = kindBelow("schema", key);
  if (kind === "schema") {
    return Array.isArray(value)
      ? mappedList(value, (each) => schemaForDirection(each, direction))
      : schemaForDirection(value, direction);
  }
  if (kind !== "schemas" || !isObject(value)) return value;
  return mappedValues(value, (each) =>
    isExcluded(each, key, direction) ? null : schemaForDirection(each, direction),
  );
}

function isExcluded(
  property: Json,
  key: string,
  { document, excluded }: DirectionContext,
): boolean {
  return key === "properties" && marksOf(document, property).includes(excluded);
}

function remainingRequired(
  { properties }: JsonObject,
  required: Json,
  direction: DirectionContext,
): Json {
  if (!Array.isArray(required) || !isObject(properties)) return required;
  const remaining = required.filter(
    (name) =>
      typeof name !== "string" || !isExcluded(properties[name] ?? null, "properties", direction),
  );
  return remaining.length === required.length ? required : remaining;
}

/** An example without the fields that this direction leaves out. */
export function withoutExcluded(value: Json, schema: Json, direction: DirectionContext): Json {
  const node = isObject(schema)
    ? follow(direction.document, { node: schema, pointer: "" })?.node
    : null;
  if (!node) return value;
  if (Array.isArray(value)) {
    return mappedList(value, (item) => withoutExcluded(item, node["items"] ?? null, direction));
  }
  if (!isObject(value)) return value;
  const { properties, allOf } = node;
  const own = isObject(properties)
    ? mappedValues(value, (each, name) => {
        const property = Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
        return isExcluded(property, "properties", direction)
          ? null
          : withoutExcluded(each, property, direction);
      })
    : value;
  const members: readonly Json[] = Array.isArray(allOf) ? allOf : [];
  return members.reduce<Json>(
    (remaining, member) => withoutExcluded(remaining, member, direction),
    own,
  );
}

function mappedList(list: readonly Json[], change: (item: Json) => Json): readonly Json[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

/**
 * A map with changed values; the same object if none changed.
 *
 * @param change returns `null` to remove a value; a `null` value itself is kept.
 */
export function mappedValues(
  map: JsonObject,
  change: (value: Json, key: string) => Json,
): JsonObject {
  const entries = Object.entries(map).flatMap(([key, value]): [string, Json][] => {
    const changed = value === null ? value : change(value, key);
    return changed === null && value !== null ? [] : [[key, changed]];
  });
  return withEntries(map, entries);
}

/** `readOnly` fields occur only in responses, `writeOnly` fields only in requests. */
type AccessMark = "readOnly" | "writeOnly";

const accessMarks: readonly AccessMark[] = ["readOnly", "writeOnly"];

/** A schema, or a subschema of it. */
interface MarkedSchema {
  readonly schema: JsonObject;
  /** The marks of a property. */
  readonly marks: readonly AccessMark[];
}

/**
 * A schema and its subschemas, without following references.
 *
 * @param closed properties with these marks aren't entered.
 */
export function* partsOf(
  document: JsonObject,
  schema: Json,
  closed: readonly AccessMark[],
): Generator<MarkedSchema> {
  const steps: MarkedSchema[] = isObject(schema) ? [{ schema, marks: [] }] : [];
  for (let part = steps.pop(); part !== undefined; part = steps.pop()) {
    yield part;
    if (part.marks.some((mark) => closed.includes(mark))) continue;
    for (const [key, inner] of childrenOf(part.schema)) {
      if (!isObject(inner)) continue;
      const marks = key === "properties" ? marksOf(document, inner) : [];
      steps.push({ schema: inner, marks });
    }
  }
}

function* childrenOf(schema: JsonObject): Generator<[key: string, child: Json]> {
  for (const [key, value] of Object.entries(schema)) {
    const kind = kindBelow("schema", key);
    if (kind === "schemas" && isObject(value)) {
      for (const each of Object.values(value)) yield [key, each];
    } else if (kind === "schema") {
      for (const each of Array.isArray(value) ? value : [value]) yield [key, each];
    }
  }
}

/** The marks of a property, its own or its target's. */
function marksOf(document: JsonObject, property: Json): AccessMark[] {
  if (!isObject(property)) return [];
  const target = follow(document, { node: property, pointer: "" })?.node;
  return accessMarks.filter((mark) => property[mark] === true || target?.[mark] === true);
}

/** The names that schemas refer to, except through fields with the given mark. */
export function namesFrom(
  document: JsonObject,
  schemas: JsonObject,
  roots: Iterable<Json>,
  closed: readonly AccessMark[],
): Set<string> {
  const namesIn = (schema: Json) =>
    [...partsOf(document, schema, closed)].flatMap(({ schema: inner, marks }) => {
      const isClosed = marks.some((mark) => closed.includes(mark));
      return isClosed ? [] : (schemaNameIn(inner["$ref"]) ?? []);
    });
  return closureOf([...roots].flatMap(namesIn), (name) =>
    namesIn(Object.hasOwn(schemas, name) ? (schemas[name] ?? null) : null),
  );
}
