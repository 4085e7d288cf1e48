import type { Api, Field, Operation, Parameter, Schema } from "../model/api.js";
import { type FindSchema, schemaFinder } from "./find-schema.js";
import { identifierScope, type Scope } from "./scope.js";

/** A field of the object that a call takes. */
export interface Argument extends Field {
  /** What the field is called: as on the wire, unless parameters of two places are called the same. */
  readonly key: string;
  readonly in: Parameter["in"] | "body";
  readonly serialization: Parameter["serialization"];
  readonly global: Parameter["global"];
}

/** What stands in the object that a call takes. */
export interface Arguments {
  readonly fields: readonly Argument[];
  /** What the client alone gives. */
  readonly hidden: readonly Argument[];
  /** `fields`: the body's fields stand beside the parameters; `body`: the body is a field of its own. */
  readonly body: "fields" | "body" | null;
  /** The fields of a form that are files. */
  readonly files: readonly string[];
  /** Whether the call can do without the object. */
  readonly isOptional: boolean;
}

/**
 * Parameters and the fields of the body, side by side. The body goes under `body` where it is no
 * object, or where a field of it is called like a parameter.
 */
export function argumentsOf(operation: Operation, { schemas }: Pick<Api, "schemas">): Arguments {
  const keys = identifierScope();
  const all = parameterArguments(operation, keys);
  const parameters = all.filter(({ global }) => global !== "hidden");
  const hidden = all.filter(({ global }) => global === "hidden");
  const { body } = operation;
  if (body === null) return withPresence(parameters, { hidden });
  const find = schemaFinder(schemas);
  const isForm = body.format !== "text" && body.format !== "binary";
  const fields = isForm ? fieldsOf(body.schema, find) : null;
  const files = body.format === "multipart" ? filesIn(fields ?? [], find) : [];
  const taken = new Set(all.map(({ key }) => key));
  if (!fields?.length || fields.some(({ name }) => taken.has(name))) {
    const whole = [...parameters, bodyArgument(body, taken, keys)];
    return withPresence(whole, { hidden, files, body: "body" });
  }
  const own = fields.map(
    (field): Argument => ({
      ...field,
      key: field.name,
      in: "body",
      serialization: null,
      global: null,
      required: field.required && body.required,
    }),
  );
  return withPresence([...parameters, ...own], { hidden, files, body: "fields" });
}

/** What names were found to stand for; `null` as long as that is being found out, so that loops end. */
type Found = Map<string, readonly Field[] | null>;

/** The fields of an object whose fields are all of them known, or `null`; an `allOf` has its members'. */
function fieldsOf(
  schema: Schema,
  find: FindSchema,
  found: Found = new Map(),
): readonly Field[] | null {
  if (schema.nullable) return null;
  switch (schema.kind) {
    case "named": {
      const { name } = schema;
      const known = found.get(name);
      if (known !== undefined) return known;
      found.set(name, null);
      const named = find(name);
      const fields = named === undefined ? null : fieldsOf(named, find, found);
      found.set(name, fields);
      return fields;
    }
    case "intersection":
      return mergedFields(schema.members.map((member) => fieldsOf(member, find, found)));
    case "object": {
      // A type for further fields would be asked of the parameters beside them too.
      const isOpen = schema.additional !== null && schema.additional.kind !== "unknown";
      return isOpen ? null : schema.fields;
    }
    default:
      return null;
  }
}

/** Each field once, as the last member has it; required where one of them says so. */
function mergedFields(members: readonly (readonly Field[] | null)[]): Field[] | null {
  const merged = new Map<string, Field>();
  for (const fields of members) {
    if (fields === null) return null;
    for (const field of fields) {
      const required = field.required || merged.get(field.name)?.required === true;
      merged.set(field.name, { ...field, required });
    }
  }
  return [...merged.values()];
}

function parameterArguments({ parameters }: Operation, keys: Scope): Argument[] {
  const names = new Set<string>();
  return parameters.map((parameter) => {
    const name = parameter.alias ?? parameter.name;
    const key = keys.allot(names.has(name) ? `${parameter.in}_${name}` : name);
    names.add(name);
    // The client may have it.
    return { ...parameter, key, required: parameter.required && parameter.global === null };
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
    global: null,
    deprecated: null,
  };
}

/** The fields that hold bytes, one by one or in a list. */
function filesIn(fields: readonly Field[], find: FindSchema): string[] {
  return fields.filter(({ schema }) => isFile(schema, find)).map(({ name }) => name);
}

function isFile(schema: Schema, find: FindSchema, depth = 0): boolean {
  switch (schema.kind) {
    case "scalar":
      return schema.format === "binary";
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
  told: Pick<Arguments, "hidden"> & Partial<Arguments>,
): Arguments {
  return {
    body: null,
    files: [],
    ...told,
    fields,
    isOptional: !fields.some(({ required }) => required),
  };
}
