import { isObject, type Json, type JsonObject } from "../document/document.js";
import { ancestorsOf, descendantsIn, type Named, namedSchemasIn } from "../document/inheritance.js";
import { follow } from "../document/refs.js";
import { rewritten } from "../document/rewrite.js";
import { walk } from "../document/walk.js";
import { type DiscriminatorProperty, withDiscriminatorProperty } from "./discriminator-property.js";

/** For each schema, its discriminator properties and their values. */
type Marks = Map<JsonObject, Map<string, Mark>>;

interface Mark extends DiscriminatorProperty {
  readonly values: Set<string>;
}

/**
 * The document with what its discriminators say told by the schemas that they tell apart, where
 * nobody has to know of discriminators to see it: `kind` is required, and is `cat` or `dog`.
 */
export function withDiscriminators(document: JsonObject): JsonObject {
  const choices = choicesIn(document);
  if (choices.length === 0) return document;
  const marks = marksFrom(document, choices);
  return rewritten(document, (part, kind, before) => {
    if (kind !== "schema" || !isObject(part) || !isObject(before)) return part;
    const { discriminator, ...rest } = part;
    const schema = discriminator === undefined ? part : rest;
    return [...(marks.get(before) ?? [])].reduce(
      (marked, [property, mark]) => withDiscriminatorProperty(document, marked, property, mark),
      schema,
    );
  });
}

/** A Discriminator Object and the schema that it stands in. */
interface Choice {
  readonly schema: JsonObject;
  readonly property: string;
  readonly mapping: JsonObject;
  readonly otherwise: string | null;
}

function choicesIn(document: JsonObject): Choice[] {
  const choices: Choice[] = [];
  for (const { node, kind } of walk(document, "outside-in")) {
    const choice = kind === "schema" && isObject(node) ? choiceIn(node) : null;
    if (choice) choices.push(choice);
  }
  return choices;
}

function choiceIn(schema: JsonObject): Choice | null {
  const { discriminator } = schema;
  if (!isObject(discriminator)) return null;
  const { propertyName: property, mapping, defaultMapping } = discriminator;
  if (typeof property !== "string") return null;
  return {
    schema,
    property,
    mapping: isObject(mapping) ? mapping : {},
    otherwise: typeof defaultMapping === "string" ? defaultMapping : null,
  };
}

function marksFrom(document: JsonObject, choices: readonly Choice[]): Marks {
  const marks: Marks = new Map();
  const heirs = descendantsIn(document);
  for (const choice of choices) {
    const { schema: chosen, property, otherwise } = choice;
    const meant = meantBy(document, choice);
    const fallback = otherwise === null ? null : schemaMeant(document, otherwise);
    const told = [...alternativesOf(document, choice), ...(heirs.get(chosen) ?? [])];
    for (const { name, schema } of told) {
      if (schema === fallback || consistsOf(schema, chosen)) continue;
      const values = new Set(meant.get(schema) ?? [name]);
      mark(marks, schema, property, { values, isAsked: otherwise === null });
    }
  }
  return withHeirs(document, marks);
}

/** A Discriminator Object and its schema. */
function consistsOf({ allOf }: JsonObject, member: JsonObject): boolean {
  return Array.isArray(allOf) && allOf.includes(member);
}

/** Descendants of a schema are accepted wherever the schema is. */
function withHeirs(document: JsonObject, marks: Marks): Marks {
  for (const [schema, properties] of [...marks]) {
    for (const ancestor of ancestorsOf(document, schema)) {
      for (const [property, { values }] of properties) {
        const above = marks.get(ancestor)?.get(property);
        for (const value of values) above?.values.add(value);
      }
    }
  }
  return marks;
}

function mark(marks: Marks, schema: JsonObject, property: string, { values, isAsked }: Mark): void {
  const properties = marks.get(schema) ?? new Map<string, Mark>();
  const known = properties.get(property);
  marks.set(schema, properties);
  properties.set(property, {
    values: new Set([...(known?.values ?? []), ...values]),
    isAsked: isAsked && known?.isAsked !== false,
  });
}

/** The mapped values of each schema. */
function meantBy(document: JsonObject, { mapping }: Choice): Map<JsonObject, string[]> {
  const meant = new Map<JsonObject, string[]>();
  for (const [value, target] of Object.entries(mapping)) {
    const schema = typeof target === "string" ? schemaMeant(document, target) : null;
    if (schema) meant.set(schema, [...(meant.get(schema) ?? []), value]);
  }
  return meant;
}

/** Resolves a reference or a bare schema name. */
function schemaMeant(document: JsonObject, text: string): JsonObject | null {
  const schemas = namedSchemasIn(document);
  const named = Object.hasOwn(schemas, text) ? schemas[text] : undefined;
  return isObject(named) ? named : targetOf(document, text);
}

function targetOf(document: JsonObject, $ref: string): JsonObject | null {
  return follow(document, { node: { $ref }, pointer: "" })?.node ?? null;
}

function alternativesOf(document: JsonObject, { schema }: Choice): Named[] {
  const { oneOf, anyOf } = schema;
  const members: readonly Json[] = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : [];
  return members.flatMap((member): Named[] => {
    const ref = isObject(member) ? member["$ref"] : undefined;
    const target = typeof ref === "string" ? targetOf(document, ref) : null;
    return typeof ref === "string" && target ? [{ name: nameIn(ref), schema: target }] : [];
  });
}

/** The name of a referenced schema. */
function nameIn(ref: string): string {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
