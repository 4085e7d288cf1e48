import type { Api, Field, Schema } from "../../model/api.js";
import { type FindSchema, schemaFinder, schemasWithin } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { type Problem, warningAt } from "../../problem.js";
import { typesOf } from "./types.js";

/** The named schemas that allow no value for a field, or that say nothing: each is a warning. */
export function typeProblems(api: Pick<Api, "schemas" | "operations">): Problem[] {
  const find = schemaFinder(api.schemas);
  const { isEndless } = typesOf(api);
  return api.schemas.flatMap(({ name, schema }) => {
    const pointer = `/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (isEndless(name)) return [warningAt(pointer, endless(name), "endless-schema")];
    return contradictions(schema, find).map((field) =>
      warningAt(pointer, contradicted(name, field), "contradiction"),
    );
  });
}

function endless(name: string): string {
  return `\`${name}\` consists of itself alone and is taken as any value: describe it`;
}

function contradicted(name: string, field: string): string {
  return `no value is possible for \`${field}\` of \`${name}\`: the members of \`allOf\` contradict each other, so its type is \`never\``;
}

/** The fields that members of an `allOf` give types which exclude each other. */
function contradictions(schema: Schema, find: FindSchema): string[] {
  const within = [...schemasWithin([schema])];
  const forbidden = new Set(
    within
      .flatMap(fieldsIn)
      .filter(isForbidden)
      .map(({ name }) => name),
  );
  return within.flatMap((each) => {
    if (each.kind !== "intersection") return [];
    const object = flattenedObject({ ...each, nullable: false }, find);
    const names = (object?.fields ?? []).filter(isForbidden).map(({ name }) => name);
    return names.filter((name) => !forbidden.has(name));
  });
}

function fieldsIn(schema: Schema): readonly Field[] {
  return schema.kind === "object" ? schema.fields : [];
}

/** Whether a field is described as one that has no value. */
function isForbidden({ schema }: Field): boolean {
  return schema.kind === "never";
}
