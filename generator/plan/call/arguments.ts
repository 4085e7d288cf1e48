import type { Api } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { Parameter } from "../../model/api/parameter.js";
import type { Field, NamedExample, Schema, SchemaKind } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { flattenedFields, flattenedObject } from "../../model/schema/flattened-fields.js";
import { identifierScope, type Scope } from "../names/scope.js";
import { bodyPayload, type Payload } from "./payload.js";

/** A field of the object that a call takes. */
export interface Argument extends Field {
  /** The name of the field: that on the wire, unless parameters in two locations share a name. */
  readonly key: string;
  readonly in: Parameter["in"] | "body";
  readonly serialization: Parameter["serialization"];
  readonly global: Parameter["global"];
  readonly payload: Payload;
  /** The document's named examples. */
  readonly examples: readonly NamedExample[];
}

type ObjectSchema = Schema & Extract<SchemaKind, { kind: "object" }>;

/** The fields of the object that a call takes. */
export interface Arguments {
  readonly fields: readonly Argument[];
  /** The parameters that only the client sets. */
  readonly hidden: readonly Argument[];
  /** `fields`: the body's fields are next to the parameters; `body`: the body is one field. */
  readonly body: "fields" | "body" | null;
  /** The body as an object, where its fields are next to the parameters. */
  readonly bodyObject: ObjectSchema | null;
  /** The fields of a form that are files. */
  readonly files: readonly string[];
  /** Whether a call can omit the object. */
  readonly isOptional: boolean;
}

/**
 * Puts parameters and the fields of the body side by side. The body goes under `body` if it isn't
 * an object, or if one of its fields has the name of a parameter.
 */
export function argumentsFrom(operation: Operation, find: FindSchema): Arguments {
  const keys = identifierScope();
  const known = parameterArguments(operation, keys);
  const parameters = known.filter(({ global }) => global !== "hidden");
  const hidden = known.filter(({ global }) => global === "hidden");
  const { body } = operation;
  if (body === null) return withPresence(parameters, { hidden });
  const isForm = body.format !== "text" && body.format !== "binary";
  const fields = isForm ? (flattenedFields(body.schema, find) ?? []) : [];
  const files = body.format === "multipart" ? filesIn(fields, find) : [];
  const taken = new Set(known.map(({ key }) => key));
  if (fields.length === 0 || fields.some(({ name }) => taken.has(name))) {
    const whole = [...parameters, bodyArgument(body, bodyPayload(body), taken, keys)];
    return withPresence(whole, { hidden, files, body: "body" });
  }
  const styles = new Map(body.encodings.map((each) => [each.name, each.serialization]));
  const own = fields.map(
    (field): Argument => ({
      ...field,
      key: field.name,
      in: "body",
      serialization: styles.get(field.name) ?? null,
      global: null,
      examples: [],
      required: field.required && body.required,
      payload: {
        kind: "value",
        schema: field.schema,
        isMultipart: body.format === "multipart",
      },
    }),
  );
  const object = flattenedObject(body.schema, find);
  const bodyObject = object && { ...body.schema, ...object, fields };
  const facts = { hidden, files, bodyObject, body: "fields" } as const;
  return withPresence([...parameters, ...own], facts);
}

/**
 * Whether a request must have either all required fields of its body or none of its fields: the
 * body is optional, and some of its fields are required.
 */
export function isBodyAllOrNothing({
  operation: { body },
  arguments: { bodyObject },
}: {
  readonly operation: Operation;
  readonly arguments: Arguments;
}): boolean {
  const fields = bodyObject?.fields ?? [];
  return body?.required === false && fields.some(({ required }) => required);
}

/** The first location in this list keeps a name that parameters share. */
const precedence: readonly Parameter["in"][] = ["path", "query", "header", "cookie"];

function parameterArguments({ parameters }: Operation, keys: Scope): Argument[] {
  const keyed = new Map<Parameter, string>();
  for (const place of precedence) {
    for (const parameter of parameters) {
      const { in: own, alias, name } = parameter;
      if (own === place)
        keyed.set(parameter, keys.reserve(alias ?? name, `${own}_${alias ?? name}`));
    }
  }
  return parameters.map((parameter) => ({
    ...parameter,
    key: keyed.get(parameter) ?? parameter.name,
    // The client may set it.
    required: parameter.required && parameter.global === null,
    payload: { kind: "value", schema: parameter.schema, isMultipart: false },
  }));
}

function wholeSchema({ schema }: NonNullable<Operation["body"]>, payload: Payload): Schema {
  if (payload.kind === "value") return payload.schema;
  return payload.kind === "stream"
    ? { ...schema, kind: "array", items: payload.stream.item }
    : schema;
}

function bodyArgument(
  body: NonNullable<Operation["body"]>,
  payload: Payload,
  taken: ReadonlySet<string>,
  keys: Scope,
): Argument {
  return {
    ...body,
    schema: wholeSchema(body, payload),
    payload,
    name: "body",
    key: keys.reserve(taken.has("body") ? "requestBody" : "body"),
    in: "body",
    serialization: null,
    global: null,
    deprecated: null,
  };
}

/** The fields that are files or lists of files. */
function filesIn(fields: readonly Field[], find: FindSchema): string[] {
  return fields.filter(({ schema }) => isFile(schema, find)).map(({ name }) => name);
}

function isFile(schema: Schema, find: FindSchema, depth = 0): boolean {
  switch (schema.kind) {
    case "scalar":
      return schema.file !== null;
    case "array":
      return depth === 0 && isFile(schema.items, find, 1);
    case "named": {
      const target = find(schema.name);
      return target !== undefined && target.kind !== "named" && isFile(target, find, depth);
    }
    default:
      return false;
  }
}

function withPresence(
  fields: readonly Argument[],
  facts: Pick<Arguments, "hidden"> & Partial<Arguments>,
): Arguments {
  return {
    body: null,
    bodyObject: null,
    files: [],
    ...facts,
    fields,
    isOptional: !fields.some(({ required }) => required),
  };
}

/** What identifies a parameter (OpenAPI 3.1, Parameter Object). */
export type ParameterKey = Pick<Parameter, "in" | "name">;

/** The parameters that the client can set for all calls, each once, in the document's order. */
export function clientParametersOf({ resources }: Pick<Api, "resources">): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { parameters } of resources.flatMap(({ operations }) => operations)) {
    for (const parameter of parameters) {
      const key = parameterKey(parameter);
      if (parameter.global !== null && !found.has(key)) found.set(key, parameter);
    }
  }
  return [...found.values()];
}

export function parameterKey({ in: place, name }: ParameterKey): string {
  return `${place} ${name}`;
}
