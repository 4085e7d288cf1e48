import { closureOf } from "../closure.js";
import { isObject, type JsonObject } from "../read/document/document.js";
import { namedSchemasIn } from "../read/document/inheritance.js";
import { requestForm } from "../read/document/request-form.js";
import type { Body, NamedSchema, Operation, Response, Schema } from "./api.js";
import { type FindSchema, schemaFinder, schemasWithin } from "./schema/find-schema.js";
import { flattenedFields, flattenedObject } from "./schema/flattened-fields.js";

interface Modeled<Placed> {
  readonly operations: readonly Placed[];
  readonly schemas: readonly NamedSchema[];
}

/**
 * Leaves out the request forms that nothing names: those whose fields are only beside the parameters
 * of a request. Such a body then has its fields itself.
 */
export function withoutUnnamedForms<Placed extends { readonly operation: Operation }>(
  document: JsonObject,
  { operations, schemas }: Modeled<Placed>,
): Modeled<Placed> {
  const declared = namedSchemasIn(document);
  const isForm = (name: string) => {
    const schema = declared[name];
    return isObject(schema) && schema[requestForm] === true;
  };
  if (!schemas.some(({ name }) => isForm(name))) return { operations, schemas };
  const find = schemaFinder(schemas);
  const changed = operations.map((placed) => ({
    ...placed,
    operation: withOwnFields(placed.operation, isForm, find),
  }));
  const roots = [
    ...schemas.filter(({ name }) => !isForm(name)).map(({ schema }) => schema),
    ...changed.flatMap(({ operation }) => schemasOf(operation)),
  ];
  const used = closureOf(roots.flatMap(namesIn), (name) => {
    const schema = isForm(name) ? find(name) : undefined;
    return schema === undefined ? [] : namesIn(schema);
  });
  const kept = schemas.filter(({ name }) => !isForm(name) || used.has(name));
  return kept.length === schemas.length
    ? { operations, schemas }
    : { operations: changed, schemas: kept };
}

function withOwnFields(
  operation: Operation,
  isForm: (name: string) => boolean,
  find: FindSchema,
): Operation {
  const { body, parameters } = operation;
  if (body?.schema.kind !== "named" || !isForm(body.schema.name) || !isOneForm(body))
    return operation;
  const { schema } = body;
  const taken = new Set(parameters.map(({ alias, name }) => alias ?? name));
  const fields = flattenedFields(schema, find) ?? [];
  const object = flattenedObject(schema, find);
  if (object === null || fields.length === 0 || fields.some(({ name }) => taken.has(name))) {
    return operation;
  }
  return {
    ...operation,
    body: { ...body, schema: { ...schema, ...find(schema.name), ...object } },
  };
}

function isOneForm({ format, stream, alternatives }: Body): boolean {
  return format !== "text" && format !== "binary" && stream === null && alternatives.length === 0;
}

function schemasOf({ parameters, body, success, errors }: Operation): Schema[] {
  const bodies = body === null ? [] : [body, ...body.alternatives];
  const contents = [...bodies, ...[...success, ...errors].flatMap(payloadsOf)];
  return [...parameters, ...contents].flatMap((each) =>
    "stream" in each && each.stream ? [each.schema, each.stream.item] : [each.schema],
  );
}

function payloadsOf({ content, alternatives, headers }: Response) {
  return [...(content === null ? [] : [content, ...alternatives]), ...headers];
}

function namesIn(schema: Schema): string[] {
  return [...schemasWithin([schema])].flatMap((each) => (each.kind === "named" ? each.name : []));
}
