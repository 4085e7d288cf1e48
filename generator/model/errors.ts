import type { NamedError, Operation, Response, Status } from "./api.js";

/** One error for each payload that failures are documented with, in the document's order. */
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

/** What a failure's payload is called: as its schema, else after the operation and the status. */
export function errorNameFor(operationId: string, { status, content }: Response): string | null {
  // What is no JSON has no shape that an error class could promise.
  if (content?.format !== "json") return null;
  const { schema } = content;
  return schema.kind === "named" ? schema.name : `${operationId} ${wordFor(status)} Error`;
}

function errorFrom(operation: Operation, { status, content, error }: Response): NamedError | null {
  if (content === null || error === null) return null;
  const { schema, contentType } = content;
  return {
    name: error,
    schemaName: schema.kind === "named" ? schema.name : null,
    origin: { operationId: operation.id, status, contentType },
    schema,
  };
}

function wordFor(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return "Default";
  }
}
