import type { Schema } from "../../model/api.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedFields } from "../../model/schema/flattened-fields.js";
import type { Argument } from "../call/arguments.js";
import type { Call } from "../call/call.js";

/** The pagination of an operation. Names are those of the request's fields. */
export type Paging = {
  /** The parameter for the page size, and the size to request. */
  readonly size: string | null;
  readonly most: number;
  /** The path from the result to its items: `.data`, or empty if the result is the list. */
  readonly items: string;
  /** Whether the items are always present. */
  readonly isSure: boolean;
} & (
  | { readonly kind: "offset"; readonly size: string; readonly offset: string }
  | { readonly kind: "page"; readonly page: string; readonly first: number }
  | {
      readonly kind: "cursor";
      readonly cursor: string;
      /** The path from the result to the value for the next call: `.meta?.next_cursor`. */
      readonly next: string;
    }
);

// Documents don't declare pagination, so it is recognised by names and types. Ambiguous names are
// left out.
const sizes = /^(limit|per_?page|page_?size|max_?results|take)$/i;
const offsets = /^(offset|skip)$/i;
const numbers = /^(page|page_?number)$/i;
const cursors = /^(cursor|page_?token|next_?token|continuation_?token|after)$/i;
const nexts =
  /^(next|next_?cursor|next_?page_?token|next_?token|continuation_?token|end_?cursor)$/i;
const envelopes = /^(meta|metadata|pagination|paging|page_?info)$/i;
const lists = ["data", "items", "results", "records", "values", "entries"];

/** The page size in programs, if the document allows it. */
const usualSize = 100;

/** The pagination of an operation, or `null` if it returns everything at once. */
export function pagingOf(call: Call, find: FindSchema): Paging | null {
  const fields = call.arguments.fields.filter(({ in: place }) => place === "query");
  if (call.operation.method !== "get" || fields.length === 0) return null;
  const schema = resultOf(call);
  const items = schema && itemsIn(schema, find);
  if (schema === null || items === null) return null;
  const named = (pattern: RegExp, types: readonly string[]) =>
    fields.find((field) => pattern.test(field.key) && types.includes(typeOf(field, find)));
  const size = named(sizes, ["integer", "number"]);
  const common = { ...items, size: size?.key ?? null, most: mostOf(size, find) };
  const cursor = named(cursors, ["string"]);
  const next = cursor && nextIn(schema, find);
  if (cursor && next) return { ...common, kind: "cursor", cursor: cursor.key, next };
  const offset = named(offsets, ["integer", "number"]);
  if (size && offset) return { ...common, kind: "offset", size: size.key, offset: offset.key };
  const page = named(numbers, ["integer", "number"]);
  const first = page?.schema.default?.value === 0 ? 0 : 1;
  return page ? { ...common, kind: "page", page: page.key, first } : null;
}

/** The request fields for pagination. */
export function pagingParameters(paging: Paging): string[] {
  switch (paging.kind) {
    case "offset":
      return [paging.size, paging.offset];
    case "page":
      return [paging.page, ...(paging.size === null ? [] : [paging.size])];
    case "cursor":
      return [paging.cursor, ...(paging.size === null ? [] : [paging.size])];
  }
}

function resultOf({ results }: Call): Schema | null {
  const [only, ...others] = results.flatMap(({ content }) => content ?? []);
  return only?.format === "json" && others.length === 0 ? only.schema : null;
}

function itemsIn(schema: Schema, find: FindSchema): Pick<Paging, "items" | "isSure"> | null {
  if (schema.nullable) return null;
  if (isList(schema, find)) return { items: "", isSure: true };
  const candidates = fieldsIn(schema, find).filter((field) => isList(field.schema, find));
  const usual = candidates.find(({ name }) => lists.includes(name.toLowerCase()));
  const field = usual ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (field === undefined) return null;
  return { items: `.${field.name}`, isSure: field.required && !field.schema.nullable };
}

function isList(schema: Schema, find: FindSchema): boolean {
  return followed(schema, find)?.kind === "array";
}

/** The path to the next page's cursor, in the result itself or in an object about pages. */
function nextIn(schema: Schema, find: FindSchema): string | null {
  const fields = fieldsIn(schema, find);
  const own = fields.find((field) => isNext(field, find));
  if (own) return `.${own.name}`;
  for (const envelope of fields.filter(({ name }) => envelopes.test(name))) {
    const inner = fieldsIn(envelope.schema, find).find((field) => isNext(field, find));
    const isSure = envelope.required && !envelope.schema.nullable;
    if (inner) return `.${envelope.name}${isSure ? "." : "?."}${inner.name}`;
  }
  return null;
}

type Named = Pick<Argument, "name" | "schema">;

function isNext(field: Named, find: FindSchema): boolean {
  const target = followed(field.schema, find);
  const isAddress = target?.kind === "scalar" && /^ur[il]/.test(target.format ?? "");
  return nexts.test(field.name) && typeOf(field, find) === "string" && !isAddress;
}

/** The fields that can be accessed with a dot. */
function fieldsIn(schema: Schema, find: FindSchema) {
  const present = schema.nullable ? { ...schema, nullable: false } : schema;
  return (flattenedFields(present, find) ?? []).filter(({ name }) =>
    /^[A-Za-z_$][\w$]*$/.test(name),
  );
}

function typeOf({ schema }: Named, find: FindSchema): string {
  const target = followed(schema, find);
  return target?.kind === "scalar" ? target.type : "";
}

/** The usual size, or the document's maximum if that is lower. */
function mostOf(size: Named | undefined, find: FindSchema): number {
  const constraints = (size && followed(size.schema, find)?.constraints) ?? [];
  const limits = constraints.flatMap((each) => /^maximum: (\d+)$/.exec(each)?.[1] ?? []);
  return Math.min(usualSize, ...limits.map(Number));
}
