import type { Api } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { Schema } from "../../model/api/schema.js";
import { type FindSchema, schemaFinder, schemasWithin } from "../../model/schema/find-schema.js";
import { bodiesOf, contentsOf } from "../contents.js";
import type { Call } from "./call.js";

/** The names of parameters that no log may contain. */
export interface SecretParameters {
  /** In lower case, as headers are compared. */
  readonly headers: readonly string[];
  readonly queries: readonly string[];
}

/**
 * The parameters that the document marks as secret: those of security schemes, `format: password`
 * and `writeOnly`.
 */
export function secretParameters(api: Api): SecretParameters {
  const find = schemaFinder(api.schemas);
  const keys = api.security.flatMap((scheme) =>
    scheme.kind === "apiKey" ? [{ in: scheme.in, name: scheme.key }] : [],
  );
  const parameters = operationsOf(api).flatMap((operation) =>
    operation.parameters.filter(({ schema }) => isSecret(schema, find)),
  );
  const named = (place: string) =>
    [...keys, ...parameters].filter((each) => each.in === place).map(({ name }) => name);
  return {
    headers: distinct(named("header").map((name) => name.toLowerCase())),
    queries: distinct(named("query")),
  };
}

/** The names of the secret fields in all payloads of an API, at any depth. */
export function secretPayloadFields(api: Api): string[] {
  const named = api.schemas.map(({ schema }) => schema);
  const payloads = operationsOf(api).flatMap(payloadsOf);
  return distinct(secretFields([...named, ...payloads], schemaFinder(api.schemas)));
}

function operationsOf({ resources }: Api): Operation[] {
  return resources.flatMap((resource) => resource.operations);
}

function payloadsOf(operation: Operation): Schema[] {
  const { success, errors } = operation;
  const contents = [...bodiesOf(operation), ...[...success, ...errors].flatMap(contentsOf)];
  return contents.map(({ schema }) => schema);
}

/** The names of the fields in the requests of a call, at any depth, whose values are secret. */
export function secretArguments(call: Call, find: FindSchema): string[] {
  return distinct(
    [call, ...call.requestVariants].flatMap((variant) => secretsOfRequest(variant, find)),
  );
}

function secretsOfRequest(
  { operation: { body }, arguments: given }: Pick<Call, "operation" | "arguments">,
  find: FindSchema,
): string[] {
  const all = [...given.fields, ...given.hidden];
  const isWholeBody = body !== null && isSecret(body.schema, find);
  const own = all.filter(
    (field) => isSecret(field.schema, find) || (isWholeBody && field.in === "body"),
  );
  const schemas = all.map(({ schema }) => schema);
  return [...own.map(({ key }) => key), ...secretFields(schemas, find)];
}

/** The names of the secret fields in schemas, at any depth. */
export function secretFields(schemas: readonly Schema[], find: FindSchema): string[] {
  const names = new Set<string>();
  for (const each of schemasWithin(schemas, find)) {
    if (each.kind !== "object") continue;
    for (const field of each.fields) if (isSecret(field.schema, find)) names.add(field.name);
  }
  return [...names];
}

/**
 * Whether a whole value is secret: its schema is marked, or the schema that it refers to, a member,
 * its items or its additional properties. A marked field makes only itself secret.
 */
export function isSecret(schema: Schema, find: FindSchema): boolean {
  for (const each of schemasWithin([schema], find, withoutFields)) {
    if (each.writeOnly || (each.kind === "scalar" && each.format === "password")) return true;
  }
  return false;
}

function withoutFields(schema: Schema): Schema {
  return schema.kind === "object" ? { ...schema, fields: [] } : schema;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
