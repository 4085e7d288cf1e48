import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { targetOf } from "../document/references.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";
import { refusalsOf } from "./refusals.js";
import type { Refusal } from "./value-refusals.js";

/** An example or default of a schema, and its place below the object that has it. */
interface Sample {
  readonly what: "example" | "default";
  readonly value: Json;
  readonly keys: readonly (string | number)[];
}

/** Examples and defaults that don't match their own schema. */
export function exampleMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node } = visit;
    if (!isObject(node)) return [];
    const schema = schemaOf(visit, node);
    if (schema === null) return [];
    return samplesIn(document, visit, node).flatMap((sample): Finding[] => {
      const [first, ...more] = refusalsOf(document, sample.value, schema);
      return first === undefined ? [] : [mistake(visit, sample, first, more)];
    });
  });
}

/** The schema that an object's examples have to match. */
function schemaOf({ kind, key }: Visit, node: JsonObject): Json | null {
  switch (kind) {
    case "schema":
      return node;
    case "parameter":
    case "header":
      return node["schema"] ?? null;
    case "mediaType":
      // Examples of other media types are text, even if their schema has another type.
      return /[/+]json\b/i.test(key) ? (node["schema"] ?? null) : null;
    default:
      return null;
  }
}

function samplesIn(document: JsonObject, { kind }: Visit, node: JsonObject): Sample[] {
  const { examples } = node;
  const own = (["example", "default"] as const).flatMap((key): Sample[] =>
    Object.hasOwn(node, key) && (key === "example" || kind === "schema")
      ? [{ what: key, value: node[key] ?? null, keys: [key] }]
      : [],
  );
  if (kind === "schema") return [...own, ...listed(examples)];
  const named = Object.entries(isObject(examples) ? examples : {}).flatMap(([name, example]) =>
    namedSample(document, name, example),
  );
  return [...own, ...named];
}

function listed(examples: Json | undefined): Sample[] {
  if (!Array.isArray(examples)) return [];
  return examples.map((value, index) => ({ what: "example", value, keys: ["examples", index] }));
}

/** An Example Object with an inline value. A shared one is checked at each reference to it. */
function namedSample(document: JsonObject, name: string, example: Json): Sample[] {
  if (!isObject(example)) return [];
  const { $ref } = example;
  const target = typeof $ref === "string" ? targetOf(document, $ref) : null;
  const node = target?.kind === "object" ? target.place.node : example;
  const key = ["dataValue", "value"].find((each) => Object.hasOwn(node, each));
  if (key === undefined) return [];
  const keys = node === example ? ["examples", name, key] : ["examples", name];
  return [{ what: "example", value: node[key] ?? null, keys }];
}

function mistake(
  visit: Visit,
  { what, keys }: Sample,
  first: Refusal,
  more: readonly Refusal[],
): Finding {
  const part = first.keys.length === 0 ? "it" : `\`${first.keys.join(".")}\``;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  const message = `the ${what} doesn't match its schema: ${part} ${first.reason}${others}; correct one of them`;
  const pointer = pointerTo(pointerOf(visit), ...keys, ...first.keys);
  return { problem: warningAt(pointer, message, `unfit-${what}`), fix: null };
}
