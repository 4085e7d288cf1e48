import type { Api, Operation, Schema } from "../../model/api.js";
import type { FindSchema } from "../find-schema.js";
import { schemasWithin } from "../schemas-within.js";

/** What no log and no error may tell, by name. */
export interface SecretNames {
  /** In small letters, as headers are compared. */
  readonly headers: readonly string[];
  readonly queries: readonly string[];
  /** Fields of payloads, wherever they stand. */
  readonly fields: readonly string[];
}

/** The names that the document marks: security schemes, `format: password` and `writeOnly`. */
export function secretNames(api: Api): SecretNames {
  const operations = api.resources.flatMap((resource) => resource.operations);
  const keys = api.security.flatMap((scheme) =>
    scheme.kind === "apiKey" ? [{ in: scheme.in, name: scheme.key }] : [],
  );
  const parameters = operations.flatMap((operation) =>
    operation.parameters.filter(({ schema }) => isSecret(schema)),
  );
  const named = (place: string) =>
    [...keys, ...parameters].filter((each) => each.in === place).map(({ name }) => name);
  const schemas = [...api.schemas.map(({ schema }) => schema), ...operations.flatMap(payloadsOf)];
  return {
    headers: distinct(named("header").map((name) => name.toLowerCase())),
    queries: distinct(named("query")),
    fields: distinct(schemas.flatMap((schema) => secretFields(schema))),
  };
}

function payloadsOf({ body, success, errors }: Operation): Schema[] {
  const contents = [body, ...[...success, ...errors].map(({ content }) => content)];
  return contents.flatMap((content) => (content ? [content.schema] : []));
}

/**
 * The secret fields of a schema, at any depth.
 *
 * @param find gives the schemas that it refers to; without it, those are left to speak for themselves.
 */
export function secretFields(schema: Schema, find?: FindSchema): string[] {
  const names = new Set<string>();
  for (const each of schemasWithin([schema], find)) {
    if (each.kind !== "object") continue;
    for (const field of each.fields) if (isSecret(field.schema)) names.add(field.name);
  }
  return [...names];
}

export function isSecret(schema: Schema): boolean {
  return schema.writeOnly || (schema.kind === "scalar" && schema.format === "password");
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
