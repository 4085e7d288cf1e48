import type { Schema, SchemaKind } from "../model/api/schema.js";
import { type FindSchema, followed } from "../model/schema/find-schema.js";
import { flattenedObject } from "../model/schema/flattened-fields.js";
import { fitsPart } from "../plan/samples/fits-schema.js";
import { pointerTo } from "../pointer.js";
import { isRecord } from "../record.js";

/** Where a value doesn't fit its schema. */
export interface Fault {
  /** JSON Pointer of the value; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** At most this many faults of one request are reported. */
const most = 20;

/** Where a sent value doesn't fit a schema. Undocumented fields are allowed. */
export function schemaFaults(value: unknown, schema: Schema, find: FindSchema): Fault[] {
  const faults: Fault[] = [];
  addFaults(value, schema, "", { find, faults });
  return faults;
}

interface Search {
  readonly find: FindSchema;
  /** Never more than are reported: a body may have millions of items. */
  readonly faults: Fault[];
}

function addFaults(value: unknown, schema: Schema, pointer: string, search: Search): void {
  const { find, faults } = search;
  if (faults.length >= most || (value === null && schema.nullable)) return;
  const target = followed(schema, find);
  if (target === undefined) return;
  const object = target.kind === "object" ? target : flattenedIn(target, find);
  if (object !== null) addObjectFaults(value, object, pointer, search);
  else if (target.kind === "array") {
    if (!Array.isArray(value)) faults.push({ pointer, message: "must be a list" });
    else {
      for (const [index, item] of value.entries()) {
        if (faults.length >= most) return;
        addFaults(item, target.items, `${pointer}/${index}`, search);
      }
    }
  } else if (target.kind === "intersection") {
    for (const member of target.members) addFaults(value, member, pointer, search);
  } else if (!fitsPart(value, target, find)) {
    faults.push({ pointer, message: mismatchText(target) });
  }
}

function flattenedIn(schema: Schema, find: FindSchema) {
  return schema.kind === "intersection" ? flattenedObject(schema, find) : null;
}

function addObjectFaults(
  value: unknown,
  { fields }: Extract<SchemaKind, { kind: "object" }>,
  pointer: string,
  search: Search,
): void {
  const { faults } = search;
  if (!isRecord(value)) {
    faults.push({ pointer, message: "must be an object" });
    return;
  }
  for (const { name, required, schema } of fields) {
    const at = pointerTo(pointer, name);
    if (Object.hasOwn(value, name)) addFaults(value[name], schema, at, search);
    else if (required && !schema.readOnly && faults.length < most) {
      faults.push({ pointer: at, message: "is required" });
    }
  }
}

const typeWords = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  null: "null",
} as const;

function mismatchText(schema: Schema): string {
  const limits = schema.constraints.length > 0 ? ` (${schema.constraints.join(", ")})` : "";
  switch (schema.kind) {
    case "scalar": {
      const format = schema.format === null ? "" : ` with the format ${schema.format}`;
      return `must be ${typeWords[schema.type]}${format}${limits}`;
    }
    case "enum":
      return `must be one of ${schema.values.map((each) => JSON.stringify(each)).join(", ")}`;
    case "union":
      return "fits none of the documented alternatives";
    case "never":
      return "is not allowed";
    default:
      return `doesn't fit its schema${limits}`;
  }
}
