import type { EnumValue, Field, Schema } from "../../model/api/schema.js";
import { constantsOf } from "../names/constants.js";
import { limitsOf } from "../types/member-doc.js";
import { discriminatingField } from "./discriminating-field.js";
import type { DocsContext } from "./docs-context.js";
import { type FieldRow, fieldsView, rowsFor, tableOf } from "./fields-view.js";
import type { FieldsView, ShapeView, ValueView } from "./part-views.js";
import { typeView } from "./type-view.js";

const emptyShape: ShapeView = {
  fields: null,
  values: [],
  isOpen: false,
  alternatives: [],
  discriminator: null,
  parts: [],
  type: [],
  limits: [],
};

/**
 * The content of a schema.
 *
 * @param type the package's name for it, if its values are exported too.
 */
export function shapeView(
  schema: Schema,
  page: string,
  docs: DocsContext,
  type: string | null = null,
): ShapeView {
  const own: ShapeView = { ...emptyShape, limits: limitsOf(schema) };
  switch (schema.kind) {
    case "object":
      return schema.fields.length === 0
        ? { ...own, type: typeView(schema, page, docs) }
        : { ...own, fields: objectView(schema, page, docs) };
    case "enum":
      return {
        ...own,
        values: valueViews(schema, type),
        isOpen: schema.isOpen,
      };
    case "union":
      return { ...own, ...unionView(schema.members, page, docs) };
    case "intersection":
      return intersectionView(schema.members, page, docs);
    default:
      return { ...own, type: typeView(schema, page, docs) };
  }
}

/**
 * The members as a table of discriminating values, or as a list if there is no discriminating
 * field.
 */
function unionView(
  members: readonly Schema[],
  page: string,
  docs: DocsContext,
): Partial<ShapeView> {
  const found = discriminatingField(members, docs.find);
  const types = members.map((member) => typeView(member, page, docs));
  if (found === null) return { alternatives: types };
  const choices = types.map((type, index) => ({
    values: (found.values[index] ?? []).map((value) => JSON.stringify(value)),
    type,
  }));
  return { discriminator: { property: found.property, choices } };
}

function valueViews(schema: Extract<Schema, { kind: "enum" }>, type: string | null): ValueView[] {
  const labels = byValue(schema.labels);
  const constants = byValue(constantsOf(schema));
  return schema.values.map((value) => {
    const constant = constants.get(value);
    return {
      text: JSON.stringify(value),
      constant: constant && type !== null ? `${type}.${constant.key}` : null,
      description: labels.get(value)?.description ?? null,
    };
  });
}

/** The first item for each value. */
function byValue<Item extends { readonly value: EnumValue }>(items: readonly Item[]) {
  return new Map([...items].reverse().map((item) => [item.value, item]));
}

function objectView(
  { fields, additional }: Extract<Schema, { kind: "object" }>,
  page: string,
  docs: DocsContext,
): FieldsView {
  const rows = rowsFor(fields, page, docs);
  if (additional === null) return tableOf("Field", rows);
  const row: FieldRow = {
    name: "[key: string]",
    isDeprecated: false,
    type: typeView(additional, page, docs),
    required: false,
    notes: [{ label: "Any other fields.", prose: null, values: [] }],
    example: null,
  };
  return tableOf("Field", [...rows, row]);
}

/** Links named members and lists the fields of the others. */
function intersectionView(members: readonly Schema[], page: string, docs: DocsContext): ShapeView {
  const fields = fieldsByName(
    members.flatMap((member) => (member.kind === "object" ? member.fields : [])),
  );
  const parts = members.filter(({ kind }) => kind !== "object");
  return {
    ...emptyShape,
    parts: parts.map((member) => typeView(member, page, docs)),
    fields: fields.length === 0 ? null : fieldsView("Field", fields, page, docs),
  };
}

/** The fields of all members by name. A field that lists its values takes precedence. */
function fieldsByName(fields: readonly Field[]): Field[] {
  const merged = new Map<string, Field>();
  for (const field of fields) {
    const known = merged.get(field.name);
    const best = known === undefined || field.schema.kind === "enum" ? field : known;
    merged.set(field.name, { ...best, required: field.required || known?.required === true });
  }
  return [...merged.values()];
}
