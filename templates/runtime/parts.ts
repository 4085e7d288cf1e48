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
export function partsOf(operation: Operation, input: object, call: CallSummary): RequestParts {
  const rest: Fields = { ...input };
  const parts = { path: {} as Fields, query: {} as Fields, header: {} as Fields };
  for (const [field, { in: location, name = field }] of Object.entries(
    operation.parameters ?? {},
  )) {
    const value = Object.hasOwn(rest, field) ? rest[field] : undefined;
    delete rest[field];
    if (location === "path") requirePathValue(name, value, call);
    parts[location][name] = value;
  }
  return { ...parts, body: bodyFrom(operation, rest) };
}

function bodyFrom({ body }: Operation, rest: Fields): string | undefined {
  if (body === undefined) return undefined;
  if (body.field !== undefined) return JSON.stringify(rest[body.field]);
  const isGiven = Object.values(rest).some((value) => value !== undefined);
  return isGiven || body.required ? JSON.stringify(rest) : undefined;
}

function requirePathValue(name: string, value: unknown, call: CallSummary): void {
  // A list of one travels as its only item, and an object without fields (a Date too) as nothing.
  const isVoid = typeof value === "object" && Object.keys(value ?? {}).length === 0;
  const text = isVoid ? "" : String(value ?? "");
  if (text === "") throw new InvalidRequestError(call, `the path needs a value for ${name}`);
  if (text === "." || text === "..") {
    throw new InvalidRequestError(call, `"${text}" as ${name} would reach another resource`);
  }
}
