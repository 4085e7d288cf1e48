import {
  isObject,
  type Json,
  type JsonObject,
  type Place,
  pointerTo,
} from "../../read/document/document.js";
import { follow } from "../../read/document/references.js";
import type { EnumLabel, EnumValue, SchemaKind } from "../api.js";
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

/** The types that a schema lists. */
export function typeListOf(node: JsonObject): string[] {
  const type = textIn(node, "type");
  return type === null ? textsIn(node, "type") : [type];
}

/** What a schema says about `null`; one without its own type leaves it open. */
type Answer = "forbidden" | "open" | "allowed";

/** How many compositions inside one another are examined; more than any real document nests. */
const deepest = 200;

/**
 * Whether `null` is a value of a composition: some part allows it by name, and none forbids it. A
 * part that lists fields without a type leaves it open.
 */
export function isNullAllowed(context: ModelContext, place: Place): boolean {
  return answerOf(context, place, new Map(), deepest) === "allowed";
}

/**
 * @param answers the known answers: each part is examined once, and one that contains itself is
 * open.
 * @param levels how many more levels are examined; parts below them are open.
 */
function answerOf(
  context: ModelContext,
  place: Place,
  answers: Map<JsonObject, Answer>,
  levels: number,
): Answer {
  const { node, pointer } = follow(context.document, place) ?? place;
  const known = answers.get(node);
  if (known !== undefined) return known;
  if (levels === 0) return "open";
  answers.set(node, "open");
  const answersIn = (key: string) =>
    listIn(node, key).map((member, index): Answer => {
      if (!isObject(member)) return member === false ? "forbidden" : "open";
      const part = { node: member, pointer: pointerTo(pointer, key, index) };
      return answerOf(context, part, answers, levels - 1);
    });
  const answer = all([
    ownAnswer(node),
    all(answersIn("allOf")),
    any(answersIn("oneOf")),
    any(answersIn("anyOf")),
  ]);
  answers.set(node, answer);
  return answer;
}

function ownAnswer(node: JsonObject): Answer {
  const types = typeListOf(node);
  const values = valuesIn(node);
  if (types.length === 0 && values.length === 0) return "open";
  return types.includes("null") || values.includes(null) ? "allowed" : "forbidden";
}

function all(answers: readonly Answer[]): Answer {
  if (answers.includes("forbidden")) return "forbidden";
  return answers.includes("allowed") ? "allowed" : "open";
}

function any(answers: readonly Answer[]): Answer {
  if (answers.includes("allowed")) return "allowed";
  return answers.length > 0 && answers.every((each) => each === "forbidden") ? "forbidden" : "open";
}
