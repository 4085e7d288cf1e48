import { isObject, type Json, type JsonObject } from "../document/document.js";
import { ancestorsOf, descendantsIn, type Named, namedSchemasIn } from "../document/inheritance.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { walk } from "../document/walk.js";
import { withDiscriminatorProperty } from "./discriminator-property.js";

/** For a schema, the properties that distinguish it from others, each with the values that mean it. */
type Marks = Map<JsonObject, Map<string, Set<string>>>;

/**
 * The document without discriminators: the schemas that they distinguish say so themselves, where
 * nobody has to know of discriminators to see it: `kind` is `cat` or `dog`.
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
      (marked, [property, values]) => withDiscriminatorProperty(document, marked, property, values),
      schema,
    );
  });
}

/** A Discriminator Object and the schema that contains it. */
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
  const descendants = descendantsIn(document);
  for (const choice of choices) {
    const { schema: union, property, otherwise } = choice;
    const intended = mappedSchemas(document, choice);
    const fallback = otherwise === null ? null : schemaMeant(document, otherwise);
    const alternatives = alternativesOf(document, choice);
    // An `allOf` of a union is that union, and none of its alternatives.
    const members = isUnion(union) ? alternatives : (descendants.get(union) ?? []);
    for (const { name, schema } of members) {
      if (schema === fallback || consistsOf(schema, union)) continue;
      mark(marks, schema, property, intended.get(schema) ?? [name]);
    }
  }
  return withHeirs(document, marks);
}

function isUnion({ oneOf, anyOf }: JsonObject): boolean {
  return [oneOf, anyOf].some((members) => Array.isArray(members) && members.length > 0);
}

/** Whether a discriminator in a member of a schema is the schema's own. */
function consistsOf({ allOf }: JsonObject, member: JsonObject): boolean {
  return Array.isArray(allOf) && allOf.includes(member);
}

/** Whoever takes a dog takes a puppy, which is one. */
function withHeirs(document: JsonObject, marks: Marks): Marks {
  for (const [schema, properties] of [...marks]) {
    for (const ancestor of ancestorsOf(document, schema)) {
      for (const [property, values] of properties) {
        const above = marks.get(ancestor)?.get(property);
        for (const value of values) above?.add(value);
      }
    }
  }
  return marks;
}

function mark(marks: Marks, schema: JsonObject, property: string, values: Iterable<string>): void {
  const properties = marks.get(schema) ?? new Map<string, Set<string>>();
  marks.set(schema, properties);
  properties.set(property, new Set([...(properties.get(property) ?? []), ...values]));
}

/** The values that a mapping has for each schema. */
function mappedSchemas(document: JsonObject, { mapping }: Choice): Map<JsonObject, string[]> {
  const intended = new Map<JsonObject, string[]>();
  for (const [value, target] of Object.entries(mapping)) {
    const schema = typeof target === "string" ? schemaMeant(document, target) : null;
    if (schema) intended.set(schema, [...(intended.get(schema) ?? []), value]);
  }
  return intended;
}

/** A schema by a reference or by its name alone. */
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

/** What a schema is called that a reference leads to. */
function nameIn(ref: string): string {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
