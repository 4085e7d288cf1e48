import type { EnumValue, Field, Schema } from "../../model/api.js";
import { constantsOf } from "../constants.js";
import { type FieldRow, fieldsView, limitsOf, rowsFor, tableOf } from "./fields-view.js";
import type { FieldsView, ShapeView, ValueView } from "./part-views.js";
import type { Reference } from "./reference.js";
import { typeView } from "./type-view.js";

const nothing: ShapeView = {
  fields: null,
  values: [],
  alternatives: [],
  parts: [],
  type: [],
  limits: [],
};

/**
 * What a schema consists of.
 *
 * @param type what the package calls it, where it exports its values too.
 */
export function shapeView(
  schema: Schema,
  page: string,
  reference: Reference,
  type: string | null = null,
): ShapeView {
  const own: ShapeView = { ...nothing, limits: limitsOf(schema) };
  switch (schema.kind) {
    case "object":
      return schema.fields.length === 0
        ? { ...own, type: typeView(schema, page, reference) }
        : { ...own, fields: objectView(schema, page, reference) };
    case "enum":
      return { ...own, values: schema.values.map((value) => valueView(value, schema, type)) };
    case "union":
      return {
        ...own,
        alternatives: schema.members.map((member) => typeView(member, page, reference)),
      };
    case "intersection":
      return intersectionView(schema.members, page, reference);
    default:
      return { ...own, type: typeView(schema, page, reference) };
  }
}

function valueView(
  value: EnumValue,
  schema: Extract<Schema, { kind: "enum" }>,
  type: string | null,
): ValueView {
  const label = schema.labels.find((each) => each.value === value);
  const constant = constantsOf(schema).find((each) => each.value === value);
  return {
    spelled: JSON.stringify(value),
    constant: constant && type !== null ? `${type}.${constant.key}` : null,
    description: label?.description ?? null,
  };
}

function objectView(
  { fields, additional }: Extract<Schema, { kind: "object" }>,
  page: string,
  reference: Reference,
): FieldsView {
  const rows = rowsFor(fields, page, reference);
  if (additional === null) return tableOf("Field", rows);
  const further: FieldRow = {
    name: "[key: string]",
    isDeprecated: false,
    type: typeView(additional, page, reference),
    required: false,
    notes: [{ label: "Whatever other fields there are.", prose: null, values: [] }],
    example: null,
  };
  return tableOf("Field", [...rows, further]);
}

/** What is named is linked; what isn't is listed field by field. */
function intersectionView(
  members: readonly Schema[],
  page: string,
  reference: Reference,
): ShapeView {
  const fields = members.flatMap((member): readonly Field[] =>
    member.kind === "object" ? member.fields : [],
  );
  const parts = members.filter(({ kind }) => kind !== "object");
  return {
    ...nothing,
    parts: parts.map((member) => typeView(member, page, reference)),
    fields: fields.length === 0 ? null : fieldsView("Field", fields, page, reference),
  };
}
