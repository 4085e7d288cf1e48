import type { Example, Field, Schema } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedFields } from "../../model/schema/flattened-fields.js";
import { limitsOf } from "../types/member-doc.js";
import { discriminatingField } from "./discriminating-field.js";
import type { DocsContext } from "./docs-context.js";
import type { FieldsView, FieldView, NoteView, TypeView } from "./part-views.js";
import { codeType, typeView } from "./type-view.js";

/** The depth to which fields of unnamed objects are listed together with their owner's. */
const deepest = 3;

/** A longer type is replaced by its kind, and its values are listed in the description. */
const longestType = 60;

/** A table of fields. Fields of an object without its own page follow it as `owner.field`. */
export function fieldsView(
  noun: string,
  fields: readonly Field[],
  page: string,
  docs: DocsContext,
): FieldsView {
  return tableOf(noun, rowsFor(fields, page, docs));
}

export function rowsFor(fields: readonly Field[], page: string, docs: DocsContext): FieldRow[] {
  return fields.flatMap((field) => fieldRows(field, "", page, docs));
}

/** A row without its example cell; the table decides whether it has that column. */
export interface FieldRow extends Omit<FieldView, "example"> {
  readonly example: string | null;
}

export function tableOf(noun: string, rows: readonly FieldRow[]): FieldsView {
  const hasExamples = rows.some(({ example }) => example !== null);
  const fields = rows.map((row) => ({
    ...row,
    example: hasExamples ? { text: row.example } : null,
  }));
  return { noun, hasExamples, fields };
}

function fieldRows(
  field: Field,
  owner: string,
  page: string,
  docs: DocsContext,
  depth = 1,
): FieldRow[] {
  const name = owner + field.name;
  const inner = depth < deepest ? inlineFields(field.schema, docs.find) : null;
  const type = inner ? codeType(inner.type) : fittingType(field.schema, page, docs);
  return [
    { ...fieldView(field, docs.find), name, type },
    ...(inner?.fields ?? []).flatMap((each) =>
      fieldRows(each, `${name}${inner?.suffix}.`, page, docs, depth + 1),
    ),
  ];
}

function fieldView(field: Field, find: FindSchema): Omit<FieldRow, "type"> {
  const { name, required, schema, example } = field;
  const deprecated = field.deprecated ?? schema.deprecated;
  const reason = deprecated && note("**Deprecated.**", deprecated.reason);
  const description = field.description ?? schema.description;
  return {
    name,
    isDeprecated: deprecated !== null,
    required,
    notes: [
      ...(reason ? [reason] : []),
      ...(description === null ? [] : [note(null, description)]),
      ...factNotes(schema, find),
    ],
    example: example && exampleText(example),
  };
}

/** The constraints and the default of a value. */
function factNotes(schema: Schema, find: FindSchema): NoteView[] {
  const target = followed(schema, find);
  const listsValues =
    target?.kind === "enum" && target.values.length > 1 && !showsAllValues(schema);
  const values = listsValues ? target.values : [];
  const isOpen = target?.kind === "enum" && target.isOpen;
  const access = schema.readOnly ? "Read-only." : schema.writeOnly ? "Write-only." : null;
  const given = schema.default ? [JSON.stringify(schema.default.value)] : [];
  return [
    ...(access === null ? [] : [note(access)]),
    ...valueNotes(
      isOpen ? "For example:" : "One of:",
      values.map((value) => JSON.stringify(value)),
    ),
    ...meaningNotes(schema),
    ...valueNotes("Discriminated by", discriminatorOf(schema, find)),
    ...valueNotes("Default:", given),
    ...valueNotes(null, limitsOf(schema)),
  ];
}

/** The field that discriminates the members of a union without a page, if there is one. */
function discriminatorOf(schema: Schema, find: FindSchema): string[] {
  const union = schema.kind === "array" ? schema.items : schema;
  const found = union.kind === "union" ? discriminatingField(union.members, find) : null;
  return found === null ? [] : [found.property];
}

/** The meanings of enum values that have no page. */
function meaningNotes(schema: Schema): NoteView[] {
  const labels = schema.kind === "enum" ? schema.labels : [];
  return labels.flatMap(({ value, description }) =>
    description === null ? [] : [note(null, `${value}: ${description}`)],
  );
}

export function note(label: string | null, prose: string | null = null): NoteView {
  return { label, prose, values: [] };
}

function valueNotes(label: string | null, values: readonly string[]): NoteView[] {
  return values.length === 0 ? [] : [{ label, prose: null, values }];
}

interface InlineFields {
  readonly fields: readonly Field[];
  /** What follows the owner's name: `[]` for a list. */
  readonly suffix: string;
  readonly type: string;
}

/** The fields of an object, an `allOf` or list items that have no page of their own. */
export function inlineFields(schema: Schema, find: FindSchema): InlineFields | null {
  const end = schema.nullable ? " | null" : "";
  if (schema.kind === "array") {
    const inner = inlineFields(schema.items, find);
    if (inner === null) return null;
    const items = inner.type.includes(" ") ? `(${inner.type})` : inner.type;
    return { ...inner, suffix: `[]${inner.suffix}`, type: `${items}[]${end}` };
  }
  const fields = ownFields(schema, find);
  return fields.length === 0 ? null : { fields, suffix: "", type: `object${end}` };
}

/** An `allOf` of named schemas alone is shown by their names. */
function ownFields(schema: Schema, find: FindSchema): readonly Field[] {
  if (schema.kind === "object") return schema.fields;
  const isInline =
    schema.kind === "intersection" && schema.members.some(({ kind }) => kind === "object");
  return (isInline && flattenedFields({ ...schema, nullable: false }, find)) || [];
}

function fittingType(schema: Schema, page: string, docs: DocsContext): TypeView {
  if (schema.kind !== "enum" || showsAllValues(schema)) return typeView(schema, page, docs);
  const kinds = new Set(schema.values.map((value) => (value === null ? "null" : typeof value)));
  if (schema.nullable) kinds.add("null");
  return codeType([...kinds].join(" | "));
}

/** Whether a type already shows all values of an enum. */
function showsAllValues(schema: Schema): boolean {
  return (
    schema.kind === "enum" &&
    schema.values.map((value) => JSON.stringify(value)).join(" | ").length <= longestType
  );
}

/** A string unchanged, any other value as JSON. */
function exampleText({ value }: Example): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
