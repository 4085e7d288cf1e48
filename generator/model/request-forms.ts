import { closureOf } from "../closure.js";
import type { JsonObject } from "../read/document/document.js";
import { requestFormsIn } from "../read/document/request-form.js";
import type { Operation, Response } from "./api/operation.js";
import type { Body } from "./api/payload.js";
import type { NamedSchema, Schema } from "./api/schema.js";
import { type FindSchema, schemaFinder, schemasWithin } from "./schema/find-schema.js";
import { flattenedFields, flattenedObject } from "./schema/flattened-fields.js";

interface Modeled<Placed> {
  readonly operations: readonly Placed[];
  readonly schemas: readonly NamedSchema[];
}

/**
 * Leaves out the request forms that nothing names: those whose fields are only next to the parameters
 * of a request. Such a body then has its fields itself.
 */
export function withoutUnnamedForms<Placed extends { readonly operation: Operation }>(
  document: JsonObject,
  { operations, schemas }: Modeled<Placed>,
): Modeled<Placed> {
  const forms = requestFormsIn(document);
  if (forms.size === 0) return { operations, schemas };
  const find = schemaFinder(schemas);
  const changed = operations.map((placed) => ({
    ...placed,
    operation: withOwnFields(placed.operation, forms, find),
  }));
  const roots = [
    ...schemas.filter(({ name }) => !forms.has(name)).map(({ schema }) => schema),
    ...changed.flatMap(({ operation }) => schemasOf(operation)),
  ];
  const used = closureOf(roots.flatMap(namesIn), (name) => {
    const schema = forms.has(name) ? find(name) : undefined;
    return schema === undefined ? [] : namesIn(schema);
  });
  const isUnnamed = (name: string) => forms.has(name) && !used.has(name);
  return {
    operations: operations.map((placed, index) => {
      const schema = placed.operation.body?.schema;
      return schema?.kind === "named" && isUnnamed(schema.name)
        ? (changed[index] ?? placed)
        : placed;
    }),
    schemas: schemas.filter(({ name }) => !isUnnamed(name)),
  };
}

function withOwnFields(
  operation: Operation,
  forms: ReadonlySet<string>,
  find: FindSchema,
): Operation {
  const { body, parameters } = operation;
  if (body?.schema.kind !== "named" || !forms.has(body.schema.name) || !isOneForm(body))
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
