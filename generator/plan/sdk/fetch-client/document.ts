import type { Body, Content, Field, Operation, Response, Status } from "../../../model/api.js";
import type { Blueprint } from "../../output.js";
import { statusText } from "../../status-text.js";
import { binary, type SchemaObject, schemaObject } from "./schema-object.js";

/** The fixed fields of a Path Item Object (OpenAPI 3.1): openapi-fetch has a method for each of them. */
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The operations that an openapi-fetch client can call, by path template. */
export function operationsByPath({ api }: Pick<Blueprint, "api">): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>();
  for (const operation of api.operations) {
    if (!methods.has(operation.method)) continue;
    paths.set(operation.path, [...(paths.get(operation.path) ?? []), operation]);
  }
  return paths;
}

/**
 * The API as an OpenAPI 3.1 document in canonical form: every name is an identifier, every
 * reference leads to a named schema, and operation ids are unique. The content of named schemas is
 * left out, because `src/models.ts` declares them.
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
        // The client may supply the value.
        required: parameter.required && parameter.global === null,
        ...each(parameter),
      })),
      ...(idempotencyHeader === null ? [] : [key]),
    ],
    ...(body && { requestBody: { required: body.required, content: contentObject(body, names) } }),
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

function contentObject(content: Content | Body, names: Blueprint["names"]): object {
  return { [content.contentType]: { schema: payloadObject(content, names) } };
}

/** A payload that isn't JSON is text or bytes, whatever its schema describes. */
function payloadObject({ format, schema }: Content | Body, names: Blueprint["names"]) {
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
