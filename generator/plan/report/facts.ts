import type { Schema } from "../../model/api/schema.js";
import type { Fact } from "./surface.js";

/** The constraints and formats of a schema, which its type doesn't show. */
export function factsOf(schema: Schema): Fact[] {
  const own = schema.kind === "enum" ? [] : schema.constraints.flatMap(limitIn);
  return distinct([...impliedBy(schema), ...own]);
}

/** The value that is used if none is given. */
export function defaultOf(schema: Schema): Fact[] {
  return schema.default === null ? [] : [factFrom("default", schema.default.value)];
}

export function factFrom(name: string, value: unknown): Fact {
  return { name, value: JSON.stringify(value) };
}

function impliedBy(schema: Schema): Fact[] {
  switch (schema.kind) {
    case "scalar":
      return [
        ...(schema.type === "integer" ? [factFrom("integer", true)] : []),
        ...(schema.format === null || formatsWithoutEffect.has(schema.format)
          ? []
          : [factFrom("format", schema.format)]),
      ];
    case "array":
      return innerFacts("[]", factsOf(schema.items));
    case "object":
      if (schema.fields.length > 0 || schema.additional === null) return [];
      return innerFacts("[*]", factsOf(schema.additional));
    case "union":
      return sharedFacts(schema.members);
    case "intersection":
      return schema.members.flatMap(factsOf);
    default:
      return [];
  }
}

/**
 * Formats that don't restrict values: all numbers in JavaScript have the first three, and
 * `password` only affects display.
 */
const formatsWithoutEffect: ReadonlySet<string> = new Set(["double", "float", "int64", "password"]);

/** A constraint in the document's words; empty if every value meets it. */
function limitIn(constraint: string): Fact[] {
  const [, name = "", value = ""] = /^(\w+): (.*)$/s.exec(constraint) ?? [];
  if (value === "0" && /^min[LIP]/.test(name)) return [];
  const isPlain = name !== "pattern" && /^(true|-?\d[\d.]*(e[+-]?\d+)?)$/i.test(value);
  return [isPlain ? { name, value } : factFrom(name, value)];
}

/**
 * Facts of inner values as facts of the container: `maxLength` becomes `[].maxLength` of a list.
 */
export function innerFacts(prefix: string, facts: readonly Fact[]): Fact[] {
  if (prefix === "") return [...facts];
  return facts.map(({ name, value }) => ({
    name: name.startsWith("[") ? `${prefix}${name}` : `${prefix}.${name}`,
    value,
  }));
}

/** The facts that all alternatives of one type share. Not every value has to meet the others. */
export function sharedFacts(members: readonly Schema[]): Fact[] {
  const shared = new Map<string, Fact[]>();
  for (const member of members) {
    const typeName = typeNameFor(member);
    const facts = factsOf(member);
    const before = shared.get(typeName) ?? facts;
    shared.set(
      typeName,
      before.filter((fact) => facts.some((each) => isSame(each, fact))),
    );
  }
  return distinct(members.flatMap((member) => shared.get(typeNameFor(member)) ?? []));
}

function typeNameFor(schema: Schema): string {
  if (schema.kind !== "scalar") return schema.kind;
  return schema.type === "integer" ? "number" : schema.type;
}

function isSame(one: Fact, other: Fact): boolean {
  return one.name === other.name && one.value === other.value;
}

/** Keeps the last fact with each name, which is the schema's own. */
function distinct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()];
}
