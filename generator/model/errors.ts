import { keysOf } from "../pointer.js";
import type { NamedError } from "./api/api.js";
import type { Operation, Response, Status } from "./api/operation.js";
import type { Content } from "./api/payload.js";
import { statusText } from "./statuses.js";

/** One error for each documented error payload, in the document's order. */
export function errorsFrom(operations: readonly Operation[]): NamedError[] {
  const errors = new Map<string, NamedError>();
  for (const operation of operations) {
    for (const response of operation.errors) {
      const error = errorFrom(operation, response);
      if (error && !errors.has(error.name)) errors.set(error.name, error);
    }
  }
  return [...errors.values()];
}

/**
 * The identity of an error payload: the name of its schema, else the shared response that has it,
 * else the operation and the status; `null` if it isn't JSON or has no schema.
 *
 * @param pointer the place of the response.
 */
export function errorNameFor(
  operationId: string,
  status: Status,
  { format, schema }: Content,
  pointer: string,
): string | null {
  // Other payloads have no fields that an error class could declare.
  if (format !== "json" || schema.kind === "unknown") return null;
  if (schema.kind === "named") return schema.name;
  return responseNameIn(pointer) === null
    ? `${operationId} ${statusText(status, "Default")} Error`
    : pointer;
}

function errorFrom(operation: Operation, { status, content, error }: Response): NamedError | null {
  if (content === null || error === null) return null;
  const { schema, contentType } = content;
  return {
    name: error,
    schemaName: schema.kind === "named" ? schema.name : null,
    responseName: schema.kind === "named" ? null : responseNameIn(error),
    origin: { operationId: operation.id, status, contentType },
    schema,
  };
}

/** `Unauthorized` of `/components/responses/Unauthorized`. */
function responseNameIn(pointer: string): string | null {
  const [, name = null] = /^\/components\/responses\/([^/]+)$/.exec(pointer) ?? [];
  return name === null ? null : (keysOf(`/${name}`)[0] ?? null);
}
