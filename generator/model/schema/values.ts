import { pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject, type Place } from "../../read/document/document.js";
import { follow } from "../../read/document/references.js";
import type { EnumLabel, EnumValue, SchemaKind } from "../api/schema.js";
import { enumDescriptionsOf, enumNamesOf, isOpenEnum } from "../extensions.js";
import { listIn, type ModelContext, textIn, textsIn } from "../node.js";

/** The only values that a schema allows (`const`, `enum`); empty if it doesn't list any. */
export function valuesIn(node: JsonObject): readonly Json[] {
  return Object.hasOwn(node, "const") ? [node["const"] ?? null] : listIn(node, "enum");
}

/** The scalars among the values of a schema. */
export function enumFrom(node: JsonObject): Extract<SchemaKind, { kind: "enum" }> {
  const labels = valuesIn(node).flatMap((value, index): EnumLabel[] => {
    if (!isScalar(value)) return [];
    const name = labelOf(value, index, enumNamesOf(node));
    const description = labelOf(value, index, enumDescriptionsOf(node));
    return name === null && description === null ? [] : [{ value, name, description }];
  });
  return {
    kind: "enum",
    values: valuesIn(node).filter(isScalar),
    isOpen: isOpenEnum(node),
    labels,
  };
}

/** The entry for a value: at its index in a list, or under its key in a map. */
function labelOf(value: EnumValue, index: number, texts: Json): string | null {
  const text = Array.isArray(texts)
    ? texts[index]
    : isObject(texts)
      ? own(texts, String(value))
      : null;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}

function own(map: JsonObject, key: string): Json {
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}

function isScalar(value: Json): value is EnumValue {
  return value === null || typeof value !== "object";
}

/** The types that a schema lists. */
export function typeListOf(node: JsonObject): string[] {
  const type = textIn(node, "type");
  return type === null ? textsIn(node, "type") : [type];
}

/** Whether a schema allows `null`; one without its own type leaves it open. */
type NullSupport = "forbidden" | "open" | "allowed";

/** The maximum depth of nested compositions; no real document nests deeper. */
const deepest = 200;

/**
 * Whether `null` is a value of a composition: some part allows it by name, and none forbids it. A
 * part that lists fields without a type leaves it open.
 */
export function isNullAllowed(context: ModelContext, place: Place): boolean {
  return nullSupportOf(context, place, new Map(), deepest) === "allowed";
}

/**
 * @param results the results so far: each part is examined once, and one that contains itself is
 * open.
 * @param levels how many more levels to examine; deeper parts are open.
 */
function nullSupportOf(
  context: ModelContext,
  place: Place,
  results: Map<JsonObject, NullSupport>,
  levels: number,
): NullSupport {
  const { node, pointer } = follow(context.document, place) ?? place;
  const known = results.get(node);
  if (known !== undefined) return known;
  if (levels === 0) return "open";
  results.set(node, "open");
  const supportsIn = (key: string) =>
    listIn(node, key).map((member, index): NullSupport => {
      if (!isObject(member)) return member === false ? "forbidden" : "open";
      const part = { node: member, pointer: pointerTo(pointer, key, index) };
      return nullSupportOf(context, part, results, levels - 1);
    });
  const support = all([
    ownNullSupport(node),
    all(supportsIn("allOf")),
    any(supportsIn("oneOf")),
    any(supportsIn("anyOf")),
  ]);
  results.set(node, support);
  return support;
}

function ownNullSupport(node: JsonObject): NullSupport {
  const types = typeListOf(node);
  const values = valuesIn(node);
  if (types.length === 0 && values.length === 0) return "open";
  return types.includes("null") || values.includes(null) ? "allowed" : "forbidden";
}

function all(results: readonly NullSupport[]): NullSupport {
  if (results.includes("forbidden")) return "forbidden";
  return results.includes("allowed") ? "allowed" : "open";
}

function any(results: readonly NullSupport[]): NullSupport {
  if (results.includes("allowed")) return "allowed";
  return results.length > 0 && results.every((each) => each === "forbidden") ? "forbidden" : "open";
}
