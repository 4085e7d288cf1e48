import type { EnumValue, Field, Schema } from "../../model/api/schema.js";
import { typeFrom } from "../types/type-from.js";
import { propertyKey, type TypeNames, typeText } from "../types/type-text.js";
import { defaultOf, factsOf } from "./facts.js";
import type { Line, SurfaceType } from "./surface.js";
import { distinctTypes, isWord, word } from "./surface-text.js";

/** The model name of a schema key; `unknown` if there is none. */
export type TypeNameOf = (schemaName: string) => string;

/** Prints type names in the form that is compared. */
export function reportTypeNames(model: TypeNameOf): TypeNames {
  return { model, file: () => "FileInput", streams: (name) => name };
}

/** The members of a schema's type, without its fields. */
export function surfaceTypes(schema: Schema, name: TypeNameOf): readonly SurfaceType[] {
  return shapeOf(schema, name).type;
}

/** A type that is compared as a whole, as TypeScript. */
function wholeType(schema: Schema, model: TypeNameOf): SurfaceType {
  const none = new Set<string>();
  const scope = { find: () => undefined, isMultipart: false, expanded: none, listed: none };
  const text = typeText(typeFrom(schema, scope), reportTypeNames(model));
  return { kind: "whole", text };
}

function literalType(value: EnumValue): SurfaceType {
  return value === null ? word("null") : { kind: "literal", value };
}

/** Named schemas without a model are `unknown`. */
function modelType(name: string): SurfaceType {
  return name === "unknown" ? word(name) : { kind: "model", name };
}

/** A type as lines describe it. */
interface Shape {
  readonly type: readonly SurfaceType[];
  /** The fields with their own lines, by the step to them. */
  readonly parts: readonly Part[];
}

type Typed = Pick<Field, "schema" | "required" | "deprecated">;

interface Part extends Typed {
  readonly step: string;
}

/** A line for something with a type, followed by lines for its inline fields. */
export function linesOf(
  kind: Line["kind"],
  path: string,
  typed: Typed,
  below: Line["kind"],
  name: TypeNameOf,
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
      ...(mayBeOmitted(kind, typed) ? defaultOf(typed.schema) : []),
    ],
  };
  const details = distinct(parts).flatMap((part) =>
    linesOf(below, joined(path, part.step), part, below, name),
  );
  return [line, ...details];
}

/** Defaults matter only where a value may be omitted, and for models, which may be used there. */
function mayBeOmitted(kind: Line["kind"], { required }: Typed): boolean {
  return !required || kind === "type";
}

function shapeOf(schema: Schema, name: TypeNameOf): Shape {
  const { type, parts } = kindOf(schema, name);
  return { type: distinctTypes([...type, ...(schema.nullable ? [word("null")] : [])]), parts };
}

function kindOf(schema: Schema, name: TypeNameOf): Shape {
  switch (schema.kind) {
    case "array":
      return within(shapeOf(schema.items, name), "[]", (items) => ({ kind: "list", items }));
    case "object":
      return objectShape(schema, name);
    case "union":
      return unionShape(schema.members, name);
    case "intersection":
      return intersectionShape(schema.members, name);
    case "enum":
      return { type: schema.values.map(literalType), parts: [] };
    case "named":
      return { type: [modelType(name(schema.name))], parts: [] };
    case "tuple":
      return { type: [wholeType({ ...schema, nullable: false }, name)], parts: [] };
    case "scalar":
      return { type: [word(schema.type === "integer" ? "number" : schema.type)], parts: [] };
    default:
      return { type: [word(schema.kind)], parts: [] };
  }
}

function objectShape(schema: Extract<Schema, { kind: "object" }>, name: TypeNameOf): Shape {
  const { fields, additional } = schema;
  if (fields.length === 0) {
    const values: Shape =
      additional === null ? { type: [word("unknown")], parts: [] } : shapeOf(additional, name);
    return within(values, "[*]", (inner) => ({ kind: "record", values: inner }));
  }
  const parts: Part[] = fields.map((field) => ({ ...field, step: fieldStep(field.name) }));
  const others: Part[] =
    additional === null
      ? []
      : [{ step: "[*]", schema: additional, required: false, deprecated: null }];
  return { type: [{ kind: "object" }], parts: [...parts, ...others] };
}

/** If several members are inline objects, their fields would have the same paths. */
function unionShape(members: readonly Schema[], name: TypeNameOf): Shape {
  const shapes = members.map((member) => ({ member, shape: shapeOf(member, name) }));
  const isUnambiguous = shapes.filter(({ shape }) => shape.parts.length > 0).length < 2;
  return merged(
    shapes.map(({ member, shape }) =>
      isUnambiguous || shape.parts.length === 0
        ? shape
        : { type: [wholeType(member, name)], parts: [] },
    ),
  );
}

function intersectionShape(members: readonly Schema[], name: TypeNameOf): Shape {
  const shapes = members.map((member) => shapeOf(member, name));
  const types = distinctTypes(shapes.flatMap(({ type }) => type)).filter(
    (type) => !isWord(type, "unknown"),
  );
  const [only = word("unknown"), ...more] = types;
  const type: SurfaceType = more.length === 0 ? only : { kind: "intersection", members: types };
  return { type: [type], parts: merged(shapes).parts };
}

function merged(shapes: readonly Shape[]): Shape {
  return {
    type: distinctTypes(shapes.flatMap(({ type }) => type)),
    parts: shapes.flatMap(({ parts }) => parts),
  };
}

/** The shape of a container, whose parts have one more step in their path. */
function within(
  inner: Shape,
  prefix: string,
  container: (inner: readonly SurfaceType[]) => SurfaceType,
): Shape {
  const parts = inner.parts.map((part) => ({ ...part, step: `${prefix}${part.step}` }));
  return { type: [container(inner.type)], parts };
}

/** Members of an intersection may share a field: the last definition applies, and any may require it. */
function distinct(parts: readonly Part[]): Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const wasRequired = !part.required && found.get(part.step)?.required === true;
    found.set(part.step, wasRequired ? { ...part, required: true } : part);
  }
  return [...found.values()];
}

/** The step to a field: `.name`, or `["odd name"]`. */
export function fieldStep(name: string): string {
  const key = propertyKey(name);
  return key === name ? `.${name}` : `[${key}]`;
}

export function joined(path: string, next: string): string {
  return path === "" ? next.replace(/^\./, "") : `${path}${next}`;
}
