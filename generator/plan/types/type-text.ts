import type { Schema } from "../../model/api.js";

/** How a name of the document is to be written: bare, or as a link. */
export type SpellName = (schemaName: string) => string;

/** A schema as TypeScript would write its type, for people to read: `string | null`, `Domain[]`. */
export function spellType(schema: Schema, name: SpellName): string {
  const spelled = spellKind(schema, name);
  return schema.nullable && !spelled.split(" | ").includes("null") ? `${spelled} | null` : spelled;
}

function spellKind(schema: Schema, name: SpellName): string {
  switch (schema.kind) {
    case "scalar":
      return schema.type === "integer" ? "number" : schema.type;
    case "enum":
      return [...schema.values.map((value) => JSON.stringify(value)), ...restOf(schema)].join(
        " | ",
      );
    case "array":
      return `${grouped(spellType(schema.items, name))}[]`;
    case "tuple":
      return `[${schema.members.map((member) => spellType(member, name)).join(", ")}]`;
    case "object":
      return spellObject(schema, name);
    case "union":
      return schema.members.map((member) => spellType(member, name)).join(" | ") || "never";
    case "intersection":
      return spellIntersection(schema.members, name);
    case "named":
      return name(schema.name);
    case "unknown":
      return "unknown";
  }
}

/** What may come beside the values that are listed; `& {}` keeps an editor offering these. */
function restOf({ values, isOpen }: Extract<Schema, { kind: "enum" }>): string[] {
  const types = new Set(values.flatMap((value) => (value === null ? [] : [typeof value])));
  return isOpen ? [...types].map((type) => `(${type} & {})`) : [];
}

/** A member that says nothing of types, such as a list of required fields, adds nothing. */
function spellIntersection(members: readonly Schema[], name: SpellName): string {
  const spelled = members.map((member) => grouped(spellType(member, name)));
  return spelled.filter((type) => type !== "unknown").join(" & ") || "unknown";
}

function spellObject(schema: Extract<Schema, { kind: "object" }>, name: SpellName): string {
  if (schema.fields.length === 0) {
    return `Record<string, ${schema.additional === null ? "unknown" : spellType(schema.additional, name)}>`;
  }
  const fields = schema.fields.map(
    (field) =>
      `${propertyKey(field.name)}${field.required ? "" : "?"}: ${spellType(field.schema, name)}`,
  );
  return `{ ${fields.join("; ")} }`;
}

/** A property's key as TypeScript writes it: bare where it may be, else quoted. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function grouped(type: string): string {
  return / [|&] /.test(type) ? `(${type})` : type;
}
