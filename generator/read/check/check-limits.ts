import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { isObject, type JsonObject } from "../document/document.js";
import { pointerOf, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/** A limit of a schema; with a strict one, a value has to differ from it. */
interface Limit {
  readonly key: string;
  readonly value: number;
  readonly isStrict: boolean;
}

/** Lower and upper limits of the same measure (JSON Schema 2020-12, Validation, 6). */
const pairs: readonly (readonly [lower: string, upper: string])[] = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
];

/** Pairs of limits that no value can meet, such as a `minLength` above the `maxLength`. */
export function limitMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    if (kind !== "schema" || !isObject(node)) return [];
    return pairs.flatMap(([lower, upper]): Finding[] => {
      const least = tightest(limitsIn(node, lower), 1);
      const most = tightest(limitsIn(node, upper), -1);
      if (least === null || most === null || allowsValue(least, most)) return [];
      const message = `\`${least.key}: ${least.value}\` and \`${most.key}: ${most.value}\` allow no value: correct one of them`;
      const pointer = pointerTo(pointerOf(visit), least.key);
      return [{ problem: warningAt(pointer, message, "contradictory-limits"), fix: null }];
    });
  });
}

/** `exclusiveMinimum` is a limit of its own since OpenAPI 3.1, and a flag before. */
function limitsIn(node: JsonObject, key: string): Limit[] {
  const value = node[key];
  const strictKey = `exclusive${key[0]?.toUpperCase()}${key.slice(1)}`;
  const strict = node[strictKey];
  return [
    ...(typeof value === "number" ? [{ key, value, isStrict: strict === true }] : []),
    ...(typeof strict === "number" ? [{ key: strictKey, value: strict, isStrict: true }] : []),
  ];
}

/** @param direction 1 for lower limits, of which the highest counts, and -1 for upper ones. */
function tightest(limits: readonly Limit[], direction: 1 | -1): Limit | null {
  const [first] = limits.toSorted(
    (a, b) => direction * (b.value - a.value) || Number(b.isStrict) - Number(a.isStrict),
  );
  return first ?? null;
}

function allowsValue(least: Limit, most: Limit): boolean {
  const isPoint = least.value === most.value && !least.isStrict && !most.isStrict;
  return least.value < most.value || isPoint;
}
