import type { APIPromise } from "./api-promise.js";
import { call } from "./call.js";
import type { CallOptions, ClientCore } from "./client-core.js";
import type { CallSummary } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Written } from "./parameter.js";

/** Calls an operation that takes an argument; the emitted functions state its type. */
export function callWith<T, E>(
  client: ClientCore,
  operation: Operation,
  argument: object,
  options?: CallOptions,
): APIPromise<T, E> {
  return call(client, operation, options, (summary, options) =>
    writtenFrom(operation, argument, summary, options),
  );
}

/**
 * A call's argument, written down where each field of it travels.
 *
 * @param client the client's options, which may hold what the call leaves out.
 *
 * @throws {InvalidRequestError} when a path value is missing or would reach another resource.
 */
export function writtenFrom(
  { path, parameters = {}, body }: Operation,
  argument: object,
  call: CallSummary,
  client: object,
): Written {
  // Without a prototype, so that a field may be called like one of its members.
  const fields: Record<string, unknown> = { __proto__: null, ...argument };
  const written: Written = { path, query: [], headers: {} };
  for (const [field, parameter] of Object.entries(parameters)) {
    const { in: place, name = field, write, encode, global, isSecret } = parameter;
    const own = fields[field];
    const value = (own === undefined && global ? Reflect.get(client, global) : own) ?? undefined;
    // What is left is the body's.
    delete fields[field];
    const text = value === undefined ? value : write(name, value, encode);
    if (isSecret && text) call.secrets.push(text);
    place(written, name, text, call);
  }
  // A path may have a query of its own, which is no place for a second one.
  const [bare = "", ...fixed] = written.path.split("?");
  written.query.unshift(...fixed);
  return { ...written, path: bare, ...body?.write(fields, body) };
}
