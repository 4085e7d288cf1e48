import type { Content, Schema } from "../../model/api.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { isFields } from "./fits-schema.js";
import { sampleOf, startIn } from "./sample.js";

/** The maximum number of lines of an answer on a page. */
const mostLines = 60;

/**
 * What the server may answer, as JSON text: the document's example, else a value that the schema
 * allows. `null` if the answer isn't a JSON value as a whole.
 */
export function answerSample(
  { format, stream, example, schema }: Content,
  find: FindSchema,
): string | null {
  if (format !== "json" || stream !== null) return null;
  const told = example === null ? null : shortened(example.value);
  return told ?? (schema.kind === "unknown" ? null : valueSample(schema, find));
}

/** Kept by name, because many operations answer with the same models. */
function valueSample(schema: Schema, find: FindSchema): string {
  if (schema.kind !== "named" || schema.nullable) return sampleText(schema, find);
  const known = namedSamples.get(find) ?? new Map<string, string>();
  namedSamples.set(find, known);
  const text = known.get(schema.name) ?? sampleText(schema, find);
  known.set(schema.name, text);
  return text;
}

const namedSamples = new WeakMap<FindSchema, Map<string, string>>();

/** The longest sample that fits on a page, else the shortest. */
function sampleText(schema: Schema, find: FindSchema): string {
  let text = "";
  for (const optional of ["all", "exampleElseAll", "none"] as const) {
    text = jsonText(sampleOf(schema, "value", find, startIn(null, { optional })));
    if (isShort(text)) break;
  }
  return text;
}

/** An example with lists cut at two items if it is long; `null` if it is still too long. */
function shortened(value: unknown): string | null {
  const text = jsonText(value);
  if (isShort(text)) return text;
  const cut = jsonText(withShortLists(value));
  return isShort(cut) ? cut : null;
}

function withShortLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(withShortLists);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withShortLists(field)]),
  );
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? "null";
}

function isShort(text: string): boolean {
  return text.split("\n").length <= mostLines;
}
