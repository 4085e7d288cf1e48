import { closureOf } from "../../closure.js";
import { grouped } from "../../grouped.js";
import { memoize, memoizePair } from "../../memoize.js";
import type { Api } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { NamedSchema, Schema } from "../../model/api/schema.js";
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
  return distinct(secretFields([...named, ...payloads], api.schemas));
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
export function secretArguments(call: Call, named: readonly NamedSchema[]): string[] {
  return distinct(
    [call, ...call.requestVariants].flatMap((variant) => secretsOfRequest(variant, named)),
  );
}

function secretsOfRequest(
  { operation: { body }, arguments: given }: Pick<Call, "operation" | "arguments">,
  named: readonly NamedSchema[],
): string[] {
  const find = schemaFinder(named);
  const all = [...given.fields, ...given.hidden];
  const isWholeBody = body !== null && isSecret(body.schema, find);
  const own = all.filter(
    (field) => isSecret(field.schema, find) || (isWholeBody && field.in === "body"),
  );
  const schemas = all.map(({ schema }) => schema);
  return [...own.map(({ key }) => key), ...secretFields(schemas, named)];
}

/**
 * The names of the secret fields in schemas, at any depth.
 *
 * @param named the schemas that these refer to.
 */
export function secretFields(schemas: readonly Schema[], named: readonly NamedSchema[]): string[] {
  const below = fieldsBelowEach(named);
  const { fields, names } = fieldsAndNames(schemas, schemaFinder(named));
  return [...new Set([...fields, ...names.flatMap((name) => below.get(name) ?? [])])];
}

/**
 * The secret fields that are reached from each named schema, by its name. Cached for all operations:
 * to search what each of them reaches would take quadratic time.
 */
const fieldsBelowEach = memoize((named: readonly NamedSchema[]) => {
  const find = schemaFinder(named);
  const own = named.map(({ name, schema }) => ({ name, ...fieldsAndNames([schema], find) }));
  const users = grouped(own.flatMap(({ name, names }) => names.map((used) => [used, name])));
  const owners = grouped(own.flatMap(({ name, fields }) => fields.map((field) => [field, name])));
  return grouped(
    [...owners].flatMap(([field, names]) =>
      [...closureOf(names, (name) => users.get(name) ?? [])].map((name) => [name, field] as const),
    ),
  );
});

/** The secret fields in schemas, and the names of the schemas that they refer to. */
function fieldsAndNames(schemas: readonly Schema[], find: FindSchema) {
  const within = [...schemasWithin(schemas)];
  return {
    fields: within.flatMap((each) =>
      each.kind === "object"
        ? each.fields.flatMap(({ name, schema }) => (isSecret(schema, find) ? name : []))
        : [],
    ),
    names: within.flatMap((each) => (each.kind === "named" ? each.name : [])),
  };
}

/**
 * Whether a whole value is secret: its schema is marked, or the schema that it refers to, a member,
 * its items or its additional properties. A marked field makes only itself secret.
 */
export const isSecret = memoizePair((schema: Schema, find: FindSchema): boolean => {
  for (const each of schemasWithin([schema], find, withoutFields)) {
    if (each.writeOnly || (each.kind === "scalar" && each.format === "password")) return true;
  }
  return false;
});

function withoutFields(schema: Schema): Schema {
  return schema.kind === "object" ? { ...schema, fields: [] } : schema;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
