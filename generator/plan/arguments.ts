import type { Api, Field, NamedSchema, Operation, Parameter, Schema } from "../model/api.js";
import { identifierScope, type Scope } from "./scope.js";

/** A field of the object that a call takes. */
export interface Argument extends Field {
  /** What the field is called: as on the wire, unless parameters of two places are called the same. */
  readonly key: string;
  readonly in: Parameter["in"] | "body";
  readonly serialization: Parameter["serialization"];
}

/** What stands in the object that a call takes. */
export interface Arguments {
  readonly fields: readonly Argument[];
  /** `fields`: the body's fields stand beside the parameters; `body`: the body is a field of its own. */
  readonly body: "fields" | "body" | null;
  /** Whether the call can do without the object. */
  readonly isOptional: boolean;
}

/**
 * Parameters and the fields of the body, side by side. The body goes under `body` where it is no
 * object, or where a field of it is called like a parameter.
 */
export function argumentsOf(operation: Operation, { schemas }: Pick<Api, "schemas">): Arguments {
  const keys = identifierScope();
  const parameters = parameterArguments(operation, keys);
  const { body } = operation;
  if (body === null) return withPresence(parameters, null);
  const fields = fieldsOf(body.schema, schemas);
  const taken = new Set(parameters.map(({ key }) => key));
  if (fields === null || fields.some(({ name }) => taken.has(name))) {
    return withPresence([...parameters, bodyArgument(body, taken, keys)], "body");
  }
  const own = fields.map(
    (field): Argument => ({
      ...field,
      key: field.name,
      in: "body",
      serialization: null,
      required: field.required && body.required,
    }),
  );
  return withPresence([...parameters, ...own], "fields");
}

/** The fields of an object that is nothing else, and whose fields are all of them known; or `null`. */
function fieldsOf(schema: Schema, schemas: readonly NamedSchema[]): readonly Field[] | null {
  const followed = new Set<string>();
  let current: Schema | undefined = schema;
  while (current?.kind === "named") {
    const { name, nullable }: { name: string; nullable: boolean } = current;
    if (followed.has(name) || nullable) return null;
    followed.add(name);
    current = schemas.find((named) => named.name === name)?.schema;
  }
  if (current?.kind !== "object" || current.nullable || current.fields.length === 0) return null;
  // A type for further fields would be asked of the parameters beside them too.
  const isOpen = current.additional !== null && current.additional.kind !== "unknown";
  return isOpen ? null : current.fields;
}

function parameterArguments({ parameters }: Operation, keys: Scope): Argument[] {
  const names = new Set<string>();
  return parameters.map((parameter) => {
    const { name } = parameter;
    const key = keys.allot(names.has(name) ? `${parameter.in}_${name}` : name);
    names.add(name);
    return { ...parameter, key };
  });
}

function bodyArgument(
  body: NonNullable<Operation["body"]>,
  taken: ReadonlySet<string>,
  keys: Scope,
): Argument {
  return {
    ...body,
    name: "body",
    key: keys.allot(taken.has("body") ? "requestBody" : "body"),
    in: "body",
    serialization: null,
    deprecated: null,
  };
}

function withPresence(fields: readonly Argument[], body: Arguments["body"]): Arguments {
  return { fields, body, isOptional: !fields.some(({ required }) => required) };
}
