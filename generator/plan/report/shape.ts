import type { Field, Schema } from "../../model/api.js";
import { typeFrom } from "../types/type-from.js";
import { propertyKey, typeText } from "../types/type-text.js";
import { defaultOf, factsOf } from "./facts.js";
import type { Line } from "./surface.js";

/** How a named schema is spelled. */
export type SpellName = (schemaName: string) => string;

/** The type of a schema by itself, without what it refers to. */
export function spellType(schema: Schema, model: SpellName): string {
  const none = new Set<string>();
  const scope = { find: () => undefined, isMultipart: false, spelledOut: none, listed: none };
  return typeText(typeFrom(schema, scope), { model, file: () => "FileInput" });
}

/** What a line says of a type. */
interface Shape {
  readonly type: readonly string[];
  /** The parts that are told in lines of their own, by how they are reached. */
  readonly parts: readonly Part[];
}

type Typed = Pick<Field, "schema" | "required" | "deprecated">;

interface Part extends Typed {
  readonly step: string;
}

/** A line on something that has a type, and below it those on the fields that have no name of a model. */
export function linesOf(
  kind: Line["kind"],
  path: string,
  typed: Typed,
  below: Line["kind"],
  name: SpellName,
): Line[] {
  const { type, parts } = shapeOf(typed.schema, name);
  const line: Line = {
    kind,
    path,
    required: typed.required,
    deprecated: typed.deprecated !== null,
    type,
    facts: [
      ...factsOf(typed.schema),
      ...(canBeLeftOut(kind, typed) ? defaultOf(typed.schema) : []),
    ],
  };
  const details = distinct(parts).flatMap((part) =>
    linesOf(below, joined(path, part.step), part, below, name),
  );
  return [line, ...details];
}

/** A model doesn't know who leaves it out. */
function canBeLeftOut(kind: Line["kind"], { required }: Typed): boolean {
  return !required || kind === "type";
}

function shapeOf(schema: Schema, name: SpellName): Shape {
  const { type, parts } = kindOf(schema, name);
  return { type: [...new Set([...type, ...(schema.nullable ? ["null"] : [])])], parts };
}

function kindOf(schema: Schema, name: SpellName): Shape {
  switch (schema.kind) {
    case "array":
      return within(shapeOf(schema.items, name), "[]", (items) => `${grouped(items)}[]`);
    case "object":
      return objectShape(schema, name);
    case "union":
      return unionShape(schema.members, name);
    case "intersection":
      return intersectionShape(schema.members, name);
    case "enum":
      return { type: schema.values.map((value) => JSON.stringify(value)), parts: [] };
    default:
      return { type: [spellType({ ...schema, nullable: false }, name)], parts: [] };
  }
}

function objectShape(schema: Extract<Schema, { kind: "object" }>, name: SpellName): Shape {
  const { fields, additional } = schema;
  if (fields.length === 0) {
    if (additional === null) return { type: ["Record<string, unknown>"], parts: [] };
    return within(shapeOf(additional, name), "[*]", (values) => `Record<string, ${values}>`);
  }
  const parts: Part[] = fields.map((field) => ({ ...field, step: step(field.name) }));
  const others: Part[] =
    additional === null
      ? []
      : [{ step: "[*]", schema: additional, required: false, deprecated: null }];
  return { type: ["object"], parts: [...parts, ...others] };
}

/** Of several objects without a name no line could say whose field it is on: they are spelled whole. */
function unionShape(members: readonly Schema[], name: SpellName): Shape {
  const shapes = members.map((member) => shapeOf(member, name));
  const isClear = shapes.filter(({ parts }) => parts.length > 0).length < 2;
  if (isClear) return merged(shapes);
  return merged(
    shapes.map((shape, index) => {
      const member = members[index];
      const isWhole = shape.parts.length > 0 && member !== undefined;
      return isWhole ? { type: [spellType(member, name)], parts: [] } : shape;
    }),
  );
}

function intersectionShape(members: readonly Schema[], name: SpellName): Shape {
  const shapes = members.map((member) => shapeOf(member, name));
  const spelled = shapes.map(({ type }) => grouped(type.join(" | ")));
  const telling = [...new Set(spelled)].filter((type) => type !== "unknown");
  return { type: [telling.join(" & ") || "unknown"], parts: merged(shapes).parts };
}

function merged(shapes: readonly Shape[]): Shape {
  return {
    type: [...new Set(shapes.flatMap(({ type }) => type))],
    parts: shapes.flatMap(({ parts }) => parts),
  };
}

/** What holds values of a shape; their parts are reached by one step more. */
function within(inner: Shape, way: string, spell: (type: string) => string): Shape {
  const parts = inner.parts.map((part) => ({ ...part, step: `${way}${part.step}` }));
  return { type: [spell(inner.type.join(" | ") || "never")], parts };
}

/** Members of an intersection may each know a field: the last one has it, and any may require it. */
function distinct(parts: readonly Part[]): Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const isAsked = !part.required && found.get(part.step)?.required === true;
    found.set(part.step, isAsked ? { ...part, required: true } : part);
  }
  return [...found.values()];
}

/** How a field is reached: `.name`, or `["odd name"]`. */
export function step(name: string): string {
  const key = propertyKey(name);
  return key === name ? `.${name}` : `[${key}]`;
}

export function joined(path: string, next: string): string {
  return path === "" ? next.replace(/^\./, "") : `${path}${next}`;
}

function grouped(type: string): string {
  return / [|&] /.test(type) ? `(${type})` : type;
}
