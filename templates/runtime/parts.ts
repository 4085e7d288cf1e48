import type { Fields } from "./client-core.js";
import { type Encode, encode } from "./encode.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import type { Operation, Parameter } from "./operation.js";
import type { Writer } from "./style.js";
import { formExplodedStyle } from "./style-form.js";
import { simpleStyle } from "./style-simple.js";

/** A call's argument, written down where each field of it travels. */
export interface RequestParts {
  /** The path template with its values in place. */
  readonly path: string;
  /** Without its `?`. */
  readonly query: string;
  readonly header: Readonly<Record<string, string>>;
  /** The serialised body, or `undefined` where none is sent. */
  readonly body: string | undefined;
}

/** How values are written where the operation says nothing else (OpenAPI 3.1, Parameter Object). */
const defaults: Readonly<
  Record<Parameter["in"], { readonly write: Writer; readonly encode: Encode }>
> = {
  path: { write: simpleStyle, encode },
  query: { write: formExplodedStyle, encode },
  header: { write: simpleStyle, encode: (text) => text },
  cookie: { write: formExplodedStyle, encode },
};

/** @throws {InvalidRequestError} when a path value is missing or would reach another resource. */
export function partsOf(
  operation: Operation,
  input: object,
  call: CallSummary,
  client: object = {},
): RequestParts {
  const rest: Fields = { ...input };
  const written = { path: new Map(), query: new Map(), header: new Map(), cookie: new Map() };
  for (const [field, parameter] of Object.entries(operation.parameters ?? {})) {
    const given = Object.hasOwn(rest, field) ? rest[field] : undefined;
    const { global } = parameter;
    const value = given === undefined && global ? Reflect.get(client, global) : given;
    delete rest[field];
    if (value === undefined || value === null) continue;
    const { in: location, name = field } = parameter;
    const { write, encode } = { ...defaults[location], ...parameter };
    written[location].set(name, write(name, value, encode));
  }
  const { header, cookie } = written;
  if (cookie.size > 0) header.set("Cookie", joined(cookie, "; "));
  return {
    path: pathFrom(operation, written.path, call),
    query: joined(written.query, "&"),
    header: Object.fromEntries(header),
    body: bodyFrom(operation, rest),
  };
}

function pathFrom(
  { path: template }: Operation,
  values: ReadonlyMap<string, string>,
  call: CallSummary,
): string {
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values.get(name) ?? "";
    if (value === "") throw new InvalidRequestError(call, `the path needs a value for ${name}`);
    return value;
  });
  // A browser or server would take such a segment for a step up or none, and be elsewhere.
  if (/(^|\/)\.\.?(\/|$)/.test(path)) {
    throw new InvalidRequestError(call, `${path} would reach another resource`);
  }
  return path;
}

/** Lists and objects of nothing are written as nothing, and not sent. */
function joined(written: ReadonlyMap<string, string>, joint: string): string {
  return [...written.values()].filter((text) => text !== "").join(joint);
}

function bodyFrom({ body }: Operation, rest: Fields): string | undefined {
  if (body === undefined) return undefined;
  if (body.field !== undefined) return JSON.stringify(rest[body.field]);
  const isGiven = Object.values(rest).some((value) => value !== undefined);
  return isGiven || body.required ? JSON.stringify(rest) : undefined;
}
