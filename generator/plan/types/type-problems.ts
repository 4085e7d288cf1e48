import type { Api } from "../../model/api/api.js";
import type { Field, Schema } from "../../model/api/schema.js";
import { type FindSchema, schemaFinder, schemasWithin } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { type Problem, warningAt } from "../../problem.js";
import { schemaPointer } from "../output.js";
import { typesOf } from "./types.js";

/**
 * Warnings about named schemas that allow no value for a field, or that refer only to themselves.
 */
export function typeProblems(api: Pick<Api, "schemas" | "operations">): Problem[] {
  const find = schemaFinder(api.schemas);
  const { isEndless } = typesOf(api);
  return api.schemas.flatMap(({ name, schema }) => {
    const pointer = schemaPointer(name);
    if (isEndless(name)) return [warningAt(pointer, endlessMessage(name), "endless-schema")];
    return contradictions(schema, find).map((field) =>
      warningAt(pointer, contradictionMessage(name, field), "contradiction"),
    );
  });
}

function endlessMessage(name: string): string {
  return `\`${name}\` refers only to itself and is treated as any value: describe it`;
}

function contradictionMessage(name: string, field: string): string {
  return `no value is possible for \`${field}\` of \`${name}\`: the members of \`allOf\` contradict each other, so its type is \`never\`: correct one of them`;
}

/** The fields to which members of an `allOf` give contradictory types. */
function contradictions(schema: Schema, find: FindSchema): string[] {
  const within = [...schemasWithin([schema])];
  const valueless = new Set(
    within
      .flatMap(fieldsIn)
      .filter(hasNoValue)
      .map(({ name }) => name),
  );
  return within.flatMap((each) => {
    if (each.kind !== "intersection") return [];
    const object = flattenedObject({ ...each, nullable: false }, find);
    const names = (object?.fields ?? []).filter(hasNoValue).map(({ name }) => name);
    return names.filter((name) => !valueless.has(name));
  });
}

function fieldsIn(schema: Schema): readonly Field[] {
  return schema.kind === "object" ? schema.fields : [];
}

/** Whether the schema of a field allows no value. */
function hasNoValue({ schema }: Field): boolean {
  return schema.kind === "never";
}
