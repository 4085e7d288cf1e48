import type { Content } from "../../model/api/payload.js";
import type { Schema } from "../../model/api/schema.js";
import { type FindSchema, schemasWithin } from "../../model/schema/find-schema.js";
import { isRecord } from "../../record.js";
import { sampleOf } from "./sample.js";
import { sampleContext } from "./sample-context.js";

/** The maximum number of lines of a payload on a page. */
const mostLines = 60;

/**
 * A sample of a response's payload as JSON: the document's example, else a value that the schema
 * allows. `null` if the payload isn't a single JSON value.
 */
export function responseSample(
  { format, stream, example, schema }: Content,
  find: FindSchema,
): string | null {
  if (format !== "json" || stream !== null) return null;
  const fromExample = example === null ? null : shortened(example.value);
  return fromExample ?? (schema.kind === "unknown" ? null : valueSample(schema, find));
}

/** Cached by name, because many operations return the same models. */
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
  const modes = isSmall(schema, find)
    ? (["all", "exampleElseAll", "none"] as const)
    : ["none" as const];
  for (const optional of modes) {
    text = jsonText(sampleOf(schema, "value", find, sampleContext(null, { optional })));
    if (fitsPage(text)) break;
  }
  return text;
}

/** If a schema contains more schemas than this, its fields can't fit on a page. */
const manySchemas = 3 * mostLines;

/** Whether all fields of a schema may fit on a page. Stops counting as soon as they can't. */
function isSmall(schema: Schema, find: FindSchema): boolean {
  let count = 0;
  for (const _ of schemasWithin([schema], find)) {
    count += 1;
    if (count > manySchemas) return false;
  }
  return true;
}

/** An example with lists cut at two items if it is long; `null` if it is still too long. */
function shortened(value: unknown): string | null {
  const text = jsonText(value);
  if (fitsPage(text)) return text;
  const cut = jsonText(withShortLists(value));
  return fitsPage(cut) ? cut : null;
}

function withShortLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(withShortLists);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withShortLists(field)]),
  );
}

/** JSON, indented unless deep nesting would make it mostly indentation. */
export function jsonText(value: unknown): string {
  const line = JSON.stringify(value) ?? "null";
  const text = JSON.stringify(value, null, 2) ?? "null";
  return text.length > 20 * line.length ? line : text;
}

function fitsPage(text: string): boolean {
  return text.split("\n").length <= mostLines;
}
