import { memoize } from "../../memoize.js";
import type { Content } from "../../model/api/payload.js";
import type { Example, Schema } from "../../model/api/schema.js";
import { type FindSchema, followed, schemasWithin } from "../../model/schema/find-schema.js";
import { flattenedFields } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import { fitsSchema } from "./fits-schema.js";
import { rawCodeOf } from "./raw-code.js";
import { sampleOf } from "./sample.js";
import { sampleContext } from "./sample-context.js";

/** The maximum number of lines of a payload on a page. */
const mostLines = 60;

/** The values of a request by their names. */
type RequestValues = Readonly<Record<string, unknown>>;

/**
 * A sample of a response's payload as JSON: the document's example, else a value that the schema
 * allows, with the request's values in the fields that both have. `null` if the payload isn't a
 * single JSON value.
 */
export function responseSample(
  { format, stream, example, schema }: Content,
  find: FindSchema,
  request: RequestValues = {},
): string | null {
  if (format !== "json" || stream !== null) return null;
  const fromExample = example === null ? null : shortened(example.value);
  if (fromExample !== null) return fromExample;
  if (schema.kind === "unknown") return null;
  return jsonText(withValues(valueSample(schema, find), schema, request, find));
}

/** Cached by name, because many operations return the same models. */
function valueSample(schema: Schema, find: FindSchema): unknown {
  if (schema.kind !== "named" || schema.nullable) return pageSample(schema, find);
  const known = namedSamples(find);
  const sample = known.get(schema.name) ?? { value: pageSample(schema, find) };
  known.set(schema.name, sample);
  return sample.value;
}

const namedSamples = memoize<FindSchema, Map<string, Example>>(() => new Map());

/** The longest sample that fits on a page, else the shortest. */
function pageSample(schema: Schema, find: FindSchema): unknown {
  let value: unknown = null;
  const modes = isSmall(schema, find)
    ? (["all", "exampleElseAll", "none"] as const)
    : ["none" as const];
  for (const optional of modes) {
    value = sampleOf(schema, "value", find, sampleContext(null, { optional }));
    if (fitsPage(jsonText(value))) break;
  }
  return value;
}

/** A sample with the values of a request where they fit: a server returns what it was sent. */
function withValues(
  sample: unknown,
  schema: Schema,
  request: RequestValues,
  find: FindSchema,
): unknown {
  const target = followed(schema, find);
  const fields = target && flattenedFields({ ...target, nullable: false }, find);
  if (!fields || !isRecord(sample)) return sample;
  const schemas = new Map(fields.map((field) => [field.name, field.schema]));
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => {
      const own = schemas.get(name);
      const sent = Object.hasOwn(request, name) ? request[name] : undefined;
      if (own === undefined || sent === undefined || rawCodeOf(sent) !== null) return [name, value];
      if (fitsSchema(sent, own, find)) return [name, sent];
      return [name, isRecord(sent) ? withValues(value, own, sent, find) : value];
    }),
  );
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
