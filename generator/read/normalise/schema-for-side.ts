import { closureOf } from "../../closure.js";
import {
  isObject,
  type Json,
  type JsonObject,
  pointerTo,
  withEntries,
} from "../document/document.js";
import { kindBelow } from "../document/openapi-structure.js";
import { follow, schemaNameIn } from "../document/references.js";

/** One direction, requests or responses, and the form schemas have in it. */
export interface Side {
  readonly document: JsonObject;
  /** The mark of fields that this direction lacks. */
  readonly lacks: Mark;
  /** The schemas that have another name in this direction. */
  readonly names: ReadonlyMap<string, string>;
}

/** A schema as this direction has it; the same object if there is no difference. */
export function schemaForSide(schema: Json, side: Side): Json {
  if (!isObject(schema)) return schema;
  const name = side.names.get(schemaNameIn(schema["$ref"]) ?? "");
  if (name !== undefined) return { ...schema, $ref: `#${pointerTo("/components/schemas", name)}` };
  const entries = Object.entries(schema).map(([key, value]): [string, Json] => [
    key,
    valueFor(schema, key, value, side),
  ]);
  return withEntries(schema, entries);
}

function valueFor(schema: JsonObject, key: string, value: Json, side: Side): Json {
  if (key === "required" || key === "example" || key === "default") {
    return key === "required" ? stillAsked(schema, value, side) : withoutLost(value, schema, side);
  }
  if (key === "examples" && Array.isArray(value)) {
    return inList(value, (each) => withoutLost(each, schema, side));
  }
  const kind = kindBelow("schema", key);
  if (kind === "schema") {
    return Array.isArray(value)
      ? inList(value, (each) => schemaForSide(each, side))
      : schemaForSide(value, side);
  }
  if (kind !== "schemas" || !isObject(value)) return value;
  return inMap(value, (each) => (isLost(each, key, side) ? null : schemaForSide(each, side)));
}

function isLost(property: Json, key: string, { document, lacks }: Side): boolean {
  return key === "properties" && marksOf(document, property).includes(lacks);
}

function stillAsked({ properties }: JsonObject, required: Json, side: Side): Json {
  if (!Array.isArray(required) || !isObject(properties)) return required;
  const left = required.filter(
    (name) => typeof name !== "string" || !isLost(properties[name] ?? null, "properties", side),
  );
  return left.length === required.length ? required : left;
}

/** An example without the fields that this direction lacks. */
export function withoutLost(value: Json, schema: Json, side: Side): Json {
  const node = isObject(schema) ? follow(side.document, { node: schema, pointer: "" })?.node : null;
  if (!node) return value;
  if (Array.isArray(value)) {
    return inList(value, (item) => withoutLost(item, node["items"] ?? null, side));
  }
  if (!isObject(value)) return value;
  const { properties, allOf } = node;
  const own = isObject(properties)
    ? inMap(value, (each, name) => {
        const property = Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
        return isLost(property, "properties", side) ? null : withoutLost(each, property, side);
      })
    : value;
  const members: readonly Json[] = Array.isArray(allOf) ? allOf : [];
  return members.reduce<Json>((left, member) => withoutLost(left, member, side), own);
}

function inList(list: readonly Json[], change: (item: Json) => Json): readonly Json[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

/**
 * A map with changed values; the same object if none changed.
 *
 * @param change returns `null` to remove a value; a `null` value itself stays.
 */
export function inMap(map: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  const entries = Object.entries(map).flatMap(([key, value]): [string, Json][] => {
    const changed = value === null ? value : change(value, key);
    return changed === null && value !== null ? [] : [[key, changed]];
  });
  return withEntries(map, entries);
}

/** `readOnly` fields occur only in responses, `writeOnly` fields only in requests. */
type Mark = "readOnly" | "writeOnly";

const allMarks: readonly Mark[] = ["readOnly", "writeOnly"];

/** A schema, or a subschema of it. */
interface Part {
  readonly schema: JsonObject;
  /** The marks of a property. */
  readonly marks: readonly Mark[];
}

/**
 * A schema and its subschemas, without following references.
 *
 * @param closed the marks of properties that aren't entered.
 */
export function* partsOf(
  document: JsonObject,
  schema: Json,
  closed: readonly Mark[],
): Generator<Part> {
  const steps: Part[] = isObject(schema) ? [{ schema, marks: [] }] : [];
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
function marksOf(document: JsonObject, property: Json): Mark[] {
  if (!isObject(property)) return [];
  const target = follow(document, { node: property, pointer: "" })?.node;
  return allMarks.filter((mark) => property[mark] === true || target?.[mark] === true);
}

/** The names that schemas refer to, except through fields with the given mark. */
export function namesFrom(
  document: JsonObject,
  schemas: JsonObject,
  roots: Iterable<Json>,
  closed: readonly Mark[],
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
