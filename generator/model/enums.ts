import type { Json, JsonObject } from "../read/document/document.js";
import { isObject } from "../read/document/document.js";
import type { EnumLabel, EnumValue, SchemaKind } from "./api.js";
import { enumDescriptionsOf, enumNamesOf, isOpenEnum } from "./extensions.js";
import { listIn } from "./node.js";

/** The only values that a schema allows (`const`, `enum`); empty if it doesn't list any. */
export function valuesIn(node: JsonObject): readonly Json[] {
  return Object.hasOwn(node, "const") ? [node["const"] ?? null] : listIn(node, "enum");
}

/** The scalars among the values of a schema. */
export function enumFrom(node: JsonObject): Extract<SchemaKind, { kind: "enum" }> {
  const labels = valuesIn(node).flatMap((value, index): EnumLabel[] => {
    if (!isScalar(value)) return [];
    const name = saidOf(value, index, enumNamesOf(node));
    const description = saidOf(value, index, enumDescriptionsOf(node));
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
function saidOf(value: EnumValue, index: number, said: Json): string | null {
  const text = Array.isArray(said) ? said[index] : isObject(said) ? own(said, String(value)) : null;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}

function own(map: JsonObject, key: string): Json {
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}

function isScalar(value: Json): value is EnumValue {
  return value === null || typeof value !== "object";
}
