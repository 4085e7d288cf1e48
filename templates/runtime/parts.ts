import type { Fields } from "./client-core.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import type { Operation } from "./operation.js";

/** A call's argument, sorted by where each field travels. */
export interface RequestParts {
  readonly path: Fields;
  readonly query: Fields;
  readonly header: Fields;
  /** The serialised body, or `undefined` where none is sent. */
  readonly body: string | undefined;
}

/** @throws {InvalidRequestError} when a path value is missing or would reach another resource. */
export function partsOf(operation: Operation, input: Fields, call: CallSummary): RequestParts {
  const rest = { ...input };
  const parts = { path: {} as Fields, query: {} as Fields, header: {} as Fields };
  for (const { in: location, name, field = name } of operation.parameters ?? []) {
    const value = rest[field];
    delete rest[field];
    if (location === "path") requirePathValue(name, value, call);
    parts[location][name] = value;
  }
  return { ...parts, body: bodyFrom(operation, rest) };
}

function bodyFrom({ body }: Operation, rest: Fields): string | undefined {
  if (body === undefined) return undefined;
  if (body.from === "body") return JSON.stringify(rest["body"]);
  const isGiven = Object.values(rest).some((value) => value !== undefined);
  return isGiven || body.required ? JSON.stringify(rest) : undefined;
}

function requirePathValue(name: string, value: unknown, call: CallSummary): void {
  if (value === undefined || value === null || value === "") {
    throw new InvalidRequestError(call, `the path needs a value for ${name}`);
  }
  if (value === "." || value === "..") {
    throw new InvalidRequestError(call, `"${value}" as ${name} would reach another resource`);
  }
}
