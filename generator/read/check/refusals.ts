import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { targetOf } from "../document/references.js";
import { type Refusal, refusalFor, valueRefusals } from "./value-refusals.js";

/** The limits on the steps for one value and on their nesting. Beyond them, values are accepted. */
const mostSteps = 5_000;
const deepest = 500;

/**
 * Validates a value by the keywords that examples often violate: types, enums, limits, fields and
 * compositions (JSON Schema 2020-12, Validation). A `pattern` is never run, `format` is an
 * annotation, and several alternatives of `oneOf` may match.
 */
export function refusalsOf(document: JsonObject, value: Json, schema: Json): Refusal[] {
  return refusals(value, schema, { document, left: mostSteps, depth: 0, known: new Map() });
}

interface Validation {
  readonly document: JsonObject;
  left: number;
  depth: number;
  /**
   * The refusals of each value by each schema, because schemas may refer to each other many times.
   */
  readonly known: Map<Json, Map<Json, Refusal[]>>;
}

/** Returns nothing beyond the limits, because references or compositions may form a loop. */
function refusals(value: Json, schema: Json, validation: Validation): Refusal[] {
  if (validation.left === 0 || validation.depth === deepest) return [];
  const before = validation.known.get(schema)?.get(value);
  if (before !== undefined) return before;
  validation.left -= 1;
  validation.depth += 1;
  const found = distinct(check(value, schema, validation));
  validation.depth -= 1;
  const ofSchema = validation.known.get(schema) ?? new Map<Json, Refusal[]>();
  validation.known.set(schema, ofSchema.set(value, found));
  return found;
}

/** Removes duplicates: members of an `allOf` may refuse a value for the same reason. */
function distinct(found: readonly Refusal[]): Refusal[] {
  return [
    ...new Map(found.map((each) => [JSON.stringify([each.keys, each.reason]), each])).values(),
  ];
}

function check(value: Json, schema: Json, validation: Validation): Refusal[] {
  if (schema === false) return [refusalFor("is not allowed")];
  if (!isObject(schema)) return [];
  if (value === null && (schema["nullable"] === true || schema["x-nullable"] === true)) return [];
  const { $ref } = schema;
  if (typeof $ref === "string") {
    const target = targetOf(validation.document, $ref);
    return target.kind === "object" ? refusals(value, target.place.node, validation) : [];
  }
  const { fitsType, refusals: own } = valueRefusals(value, schema);
  if (!fitsType) return own;
  return [
    ...own,
    ...(isObject(value) ? fieldRefusals(value, schema, validation) : []),
    ...(Array.isArray(value) ? itemRefusals(value, schema, validation) : []),
    ...compositionRefusals(value, schema, validation),
  ];
}

function within(key: string | number, found: readonly Refusal[]): Refusal[] {
  return found.map(({ keys, reason }) => ({ keys: [key, ...keys], reason }));
}

function fieldRefusals(value: JsonObject, schema: JsonObject, validation: Validation): Refusal[] {
  const { properties, required, additionalProperties, patternProperties } = schema;
  const known = isObject(properties) ? properties : {};
  const others = isObject(patternProperties) ? true : (additionalProperties ?? true);
  const missing = (Array.isArray(required) ? required : []).flatMap((name) =>
    typeof name === "string" && !Object.hasOwn(value, name) && !isReadOrWriteOnly(known, name)
      ? [refusalFor(`lacks the field ${quoted(name)}`)]
      : [],
  );
  const wrong = Object.keys(value).flatMap((name) => {
    const expected = Object.hasOwn(known, name) ? (known[name] ?? true) : others;
    return within(name, refusals(value[name] ?? null, expected, validation));
  });
  return [...wrong, ...missing];
}

/** A read-only or write-only field may be missing in an example. */
function isReadOrWriteOnly(properties: JsonObject, name: string): boolean {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!isObject(property)) return false;
  return property["readOnly"] === true || property["writeOnly"] === true;
}

function itemRefusals(
  value: readonly Json[],
  schema: JsonObject,
  validation: Validation,
): Refusal[] {
  const { items, prefixItems } = schema;
  const first: readonly Json[] = Array.isArray(prefixItems) ? prefixItems : [];
  return value.flatMap((item, index) =>
    within(index, refusals(item, first[index] ?? items ?? true, validation)),
  );
}

function compositionRefusals(value: Json, schema: JsonObject, validation: Validation): Refusal[] {
  const { allOf } = schema;
  const all = Array.isArray(allOf)
    ? allOf.flatMap((each) => refusals(value, each, validation))
    : [];
  const alternatives = ["oneOf", "anyOf"].flatMap((key) => {
    const members = schema[key];
    return Array.isArray(members) && members.length > 0 ? [members] : [];
  });
  return [
    ...all,
    ...alternatives.flatMap((members) => alternativeRefusals(value, members, validation)),
  ];
}

/**
 * The errors of the closest alternative: the one whose errors are deepest in the value, and the
 * fewest.
 */
function alternativeRefusals(
  value: Json,
  members: readonly Json[],
  validation: Validation,
): Refusal[] {
  let nearest: readonly Refusal[] | null = null;
  for (const member of members) {
    const found = refusals(value, member, validation);
    if (found.length === 0) return [];
    if (nearest === null || isCloser(found, nearest)) nearest = found;
  }
  const [first] = nearest ?? [];
  if (first === undefined || members.length === 1) return [...(nearest ?? [])];
  return first.keys.length > 0 ? [first] : [refusalFor("matches none of the alternatives")];
}

function isCloser(found: readonly Refusal[], before: readonly Refusal[]): boolean {
  const deeper = depthOf(found) - depthOf(before);
  return deeper > 0 || (deeper === 0 && found.length < before.length);
}

function depthOf(found: readonly Refusal[]): number {
  return found.reduce((least, { keys }) => Math.min(least, keys.length), Infinity);
}
