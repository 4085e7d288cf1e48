import { grouped } from "../../grouped.js";
import type { Operation, Response, Status } from "../../model/api/operation.js";
import type { Content } from "../../model/api/payload.js";
import type { Field, Schema } from "../../model/api/schema.js";
import { statusText } from "../../model/statuses.js";
import { bodiesOf } from "../contents.js";
import type { Names } from "../names/names.js";
import type { Blueprint } from "../output.js";

/** The fixed fields of a Path Item Object (OpenAPI 3.1): openapi-fetch has a method for each of them. */
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The operations that an openapi-fetch client can call, by path template. */
export function operationsByPath({ api }: Pick<Blueprint, "api">): Map<string, Operation[]> {
  const callable = api.operations.filter(({ method }) => methods.has(method));
  return grouped(callable.map((operation) => [operation.path, operation]));
}

/**
 * The API as an OpenAPI 3.1 document in canonical form: every name is an identifier, every
 * reference is to a named schema, and operation ids are unique. The schemas themselves are left
 * out, because `src/models.ts` declares them.
 */
export function canonicalDocument(blueprint: Blueprint): object {
  const { api, names } = blueprint;
  const paths = [...operationsByPath(blueprint)].map(([path, operations]) => [
    path,
    Object.fromEntries(operations.map((each) => [each.method, operationObject(each, blueprint)])),
  ]);
  const schemas = api.schemas.map(({ name }) => [names.model(name).type, {}]);
  return {
    openapi: "3.1.0",
    info: { title: api.title, version: api.version },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

function operationObject(operation: Operation, { names }: Blueprint): object {
  const { parameters, idempotencyHeader, body } = operation;
  const each = (field: Field) => fieldObject(field, names);
  const key = { name: idempotencyHeader, in: "header", schema: { type: "string" } };
  return {
    operationId: names.operation(operation).function,
    ...facts(operation),
    parameters: [
      ...parameters.map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        // The client may set the value.
        required: parameter.required && parameter.global === null,
        ...each(parameter),
      })),
      ...(idempotencyHeader === null ? [] : [key]),
    ],
    ...(body && {
      requestBody: {
        required: body.required,
        content: Object.fromEntries(
          bodiesOf(operation).flatMap((each) => Object.entries(contentObject(each, names))),
        ),
      },
    }),
    responses: Object.fromEntries(
      [...operation.success, ...operation.errors].map((response) => [
        responseKey(response.status, operation.success.includes(response)),
        responseObject(response, names),
      ]),
    ),
  };
}

/** openapi-fetch treats `default` as a failure. */
function responseKey(status: Status, isSuccess: boolean): string {
  return isSuccess && status.kind === "default" ? "2XX" : statusText(status);
}

function responseObject({ headers, content }: Response, names: Blueprint["names"]): object {
  return {
    headers: Object.fromEntries(
      headers.map((header) => [
        header.name,
        { required: header.required, ...fieldObject(header, names) },
      ]),
    ),
    ...(content && { content: contentObject(content, names) }),
  };
}

function contentObject(content: Content, names: Blueprint["names"]): object {
  return { [content.contentType]: { schema: payloadObject(content, names) } };
}

/** A payload that isn't JSON is text or bytes, even if its schema describes something else. */
function payloadObject({ format, schema }: Content, names: Blueprint["names"]) {
  switch (format) {
    case "text":
      return { type: "string" } satisfies SchemaObject;
    case "binary":
      return binary;
    default:
      return schemaObject(schema, names);
  }
}

function fieldObject(field: Field, names: Blueprint["names"]): object {
  return { ...facts(field), schema: schemaObject(field.schema, names) };
}

function facts({
  summary = null,
  description,
  deprecated,
}: Pick<Field, "description" | "deprecated"> & { readonly summary?: string | null }): object {
  return {
    ...(summary !== null && { summary }),
    ...(description !== null && { description }),
    ...(deprecated !== null && { deprecated: true }),
  };
}

/** A Schema Object with the keywords that affect TypeScript types (OpenAPI 3.1). */
type SchemaObject = Readonly<Record<string, unknown>>;

/**
 * Converts a schema of the model to a Schema Object. Named schemas become references to
 * `components/schemas`.
 */
function schemaObject(schema: Schema, names: Names): SchemaObject {
  const { description, deprecated, nullable } = schema;
  const annotations = {
    ...(description !== null && { description }),
    ...(deprecated !== null && { deprecated: true }),
  };
  const written = kindObject(schema, names);
  return nullable
    ? { anyOf: [written, { type: "null" }], ...annotations }
    : { ...written, ...annotations };
}

function kindObject(schema: Schema, names: Names): SchemaObject {
  const each = (member: Schema) => schemaObject(member, names);
  switch (schema.kind) {
    case "scalar":
      return schema.format === "binary" ? binary : { type: schema.type };
    case "enum": {
      const values = schema.values.filter((value) => value !== null);
      const types = [...new Set(values.map((value) => typeof value))];
      const listed = { type: types, enum: values };
      return schema.isOpen ? { anyOf: [listed, { type: types }] } : listed;
    }
    case "array":
      return { type: "array", items: each(schema.items) };
    case "tuple":
      return tupleOf(schema, each);
    case "object":
      return objectOf(schema, each);
    case "union":
      return { anyOf: schema.members.map(each) };
    case "intersection":
      return { allOf: schema.members.map(each) };
    case "named":
      return { $ref: `#/components/schemas/${names.model(schema.name).type}` };
    case "unknown":
      return {};
    case "never":
      return { enum: [] };
  }
}

const binary: SchemaObject = { type: "string", format: "binary" };

/**
 * openapi-typescript prints only tuples of a fixed length; others become lists of all their item
 * types.
 */
function tupleOf(
  { members, least, rest }: Extract<Schema, { kind: "tuple" }>,
  each: (schema: Schema) => SchemaObject,
): SchemaObject {
  const prefixItems = members.map(each);
  if (rest === null && least === members.length) return { type: "array", prefixItems };
  return { type: "array", items: { anyOf: [...prefixItems, ...(rest ? [each(rest)] : [])] } };
}

/**
 * The type of additional properties includes the types of the fields; otherwise, TypeScript would
 * accept no value.
 */
function objectOf(
  { fields, additional, patterns }: Extract<Schema, { kind: "object" }>,
  each: (schema: Schema) => SchemaObject,
): SchemaObject {
  const properties = fields.map(({ name, schema }) => [name, each(schema)] as const);
  const others = [...(additional ? [additional] : []), ...patterns.map(({ schema }) => schema)];
  const values = [...others.map(each), ...properties.map(([, property]) => property)];
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    ...(others.length > 0 && { additionalProperties: { anyOf: values } }),
  };
}
