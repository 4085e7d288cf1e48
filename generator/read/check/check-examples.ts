import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { follow, targetOf } from "../document/references.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import { intendedValue } from "./check-keywords.js";
import type { Finding } from "./finding.js";
import { refusalsOf } from "./refusals.js";
import type { Refusal } from "./value-refusals.js";

/** An example or default of a schema, and its place below the object that has it. */
interface Sample {
  readonly what: "example" | "default";
  readonly value: Json;
  readonly keys: readonly (string | number)[];
}

/**
 * Examples and defaults that don't match their own schema. Doc comments show those of schemas,
 * parameters and headers, so they are converted, such as the string `"3"` to 3, or left out. Examples
 * of bodies, and those of which only a part is wrong, are kept, because pages correct them.
 */
export function exampleMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node } = visit;
    if (!isObject(node)) return [];
    const schema = schemaOf(visit, node);
    if (schema === null) return [];
    return samplesIn(document, visit, node).flatMap((sample): Finding[] => {
      const [first, ...more] = refusalsOf(document, sample.value, schema);
      if (first === undefined) return [];
      const reading = isWhole(visit, sample, first) ? readingOf(document, sample, schema) : null;
      return [mistake(visit, sample, reading, first, more)];
    });
  });
}

/** How a wrong value is read; `undefined` if it is left out. */
interface Reading {
  readonly value: Json | undefined;
}

/** Whether nothing of a value can be used. Pages correct the fields of examples, but no defaults. */
function isWhole({ kind }: Visit, { what, value, keys }: Sample, first: Refusal): boolean {
  if (kind === "mediaType" || keys.length > 1) return false;
  return what === "default" || (first.keys.length === 0 && !isObject(value));
}

function readingOf(document: JsonObject, { value }: Sample, schema: Json): Reading {
  const place = isObject(schema) ? follow(document, { node: schema, pointer: "" }) : null;
  const { type, enum: values } = place?.node ?? {};
  const types = [type].flat().filter((each) => typeof each === "string");
  const read = intendedValue(value, types);
  // The values of an enum are read in the same way.
  const isListed = read !== value && Array.isArray(values) && values.includes(value);
  return { value: isListed || refusalsOf(document, read, schema).length === 0 ? read : undefined };
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
  reading: Reading | null,
  first: Refusal,
  more: readonly Refusal[],
): Finding {
  const part = first.keys.length === 0 ? "it" : `\`${first.keys.join(".")}\``;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  const fault = `the ${what} doesn't match its schema: ${part} ${first.reason}${others}`;
  const pointer = pointerTo(pointerOf(visit), ...keys, ...first.keys);
  const problem = warningAt(pointer, `${fault}${remedyFor(reading)}`, `unfit-${what}`);
  if (reading === null) return { problem, fix: null };
  return { problem, fix: { node: visit.node, key: what, replace: () => reading.value } };
}

function remedyFor(reading: Reading | null): string {
  if (reading === null) return "; correct one of them";
  return reading.value === undefined
    ? " and is left out; correct one of them"
    : ` and is read as ${JSON.stringify(reading.value)}: write that`;
}
