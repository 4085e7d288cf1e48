import type { APIPromise } from "./api-promise.js";
import { call, type Write } from "./call.js";
import type { CallOptions, ClientCore } from "./client-core.js";
import type { CallSummary } from "./errors.js";
import { pathParameter } from "./in-path.js";
import type { Operation } from "./operation.js";
import type { Parameter, Written } from "./parameter.js";

/** Calls an operation with a request. The emitted functions declare its type. */
export function callWith<T, E>(
  client: ClientCore,
  operation: Operation,
  request: object = {},
  options?: CallOptions,
): APIPromise<T, E> {
  const write: Write = (summary, defaults) =>
    writtenFrom(operation, request, summary, defaults, options);
  return call(client, operation, options, write, request);
}

/**
 * Writes each field of a request to the path, query, headers, cookies or body.
 *
 * @param client the client's options, which supply global parameters that the request leaves out.
 * @param options the call's options, which may choose the media type of the body.
 *
 * @throws {InvalidRequestError} if a path value is missing or would change the path's segments.
 */
export function writtenFrom(
  { path, parameters = {}, body, secrets }: Operation,
  request: object,
  call: CallSummary,
  client: object,
  options: CallOptions = {},
): Written {
  // No prototype, so that a field can have the name of an `Object.prototype` member.
  const fields: Record<string, unknown> = { __proto__: null, ...request };
  for (const [field, { global }] of Object.entries(parameters)) {
    if (fields[field] === undefined && global) fields[field] = Reflect.get(client, global);
  }
  secrets?.(fields, call);
  const prepare: NonNullable<Written["prepare"]> = [];
  const written: Written = { path, query: [], headers: {}, prepare };
  const writeField = (field: string, parameter: Parameter) => {
    const { in: place, name = field, write, encode, confine } = parameter;
    const value = fields[field] ?? undefined;
    // The remaining fields belong to the body.
    delete fields[field];
    const text = value === undefined ? value : write(name, value, encode);
    if (confine && text) prepare.push((outgoing) => confine(outgoing, name));
    place(written, name, text, call);
  };
  for (const [field, parameter] of Object.entries(parameters)) writeField(field, parameter);
  // Braces in values are encoded, so the remaining ones are placeholders of the template.
  for (const [, name = ""] of written.path.matchAll(/\{([^{}]*)\}/g)) {
    if (written.path.includes(`{${name}}`)) writeField(name, pathParameter);
  }
  // The path template may contain a query.
  const [bare = "", ...fixed] = written.path.split("?");
  written.query.unshift(...fixed);
  const content =
    typeof body === "function" ? body(fields, {}, options) : body?.write(fields, body, options);
  return { ...written, path: bare, ...content };
}
