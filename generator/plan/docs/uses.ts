import type { Api, Operation, Schema } from "../../model/api.js";

/** Who uses a named schema. */
export interface Uses {
  /** The named schemas that an operation has to do with, directly or through others. */
  of(operation: Operation): ReadonlySet<string>;
  /** The named schemas whose own fields, items or members are of it. */
  modelsWith(schemaName: string): readonly string[];
}

export function usesOf({ schemas, resources }: Api): Uses {
  const mentioned = new Map(schemas.map(({ name, schema }) => [name, namesIn(schema)]));
  const operations = new Map(
    resources
      .flatMap((resource) => resource.operations)
      .map((operation) => [operation, closure(schemasOf(operation).flatMap(namesIn), mentioned)]),
  );
  return {
    of: (operation) => operations.get(operation) ?? new Set(),
    modelsWith: (wanted) =>
      [...mentioned].flatMap(([name, inside]) =>
        name !== wanted && inside.includes(wanted) ? [name] : [],
      ),
  };
}

function schemasOf({ parameters, body, success, errors }: Operation): Schema[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...(body === null ? [] : [body.schema]),
    ...[...success, ...errors].flatMap(({ content }) => (content === null ? [] : [content.schema])),
  ];
}

function namesIn(schema: Schema): string[] {
  switch (schema.kind) {
    case "named":
      return [schema.name];
    case "array":
      return namesIn(schema.items);
    case "object":
      return [
        ...schema.fields.flatMap((field) => namesIn(field.schema)),
        ...(schema.additional === null ? [] : namesIn(schema.additional)),
      ];
    case "union":
    case "intersection":
      return schema.members.flatMap(namesIn);
    default:
      return [];
  }
}

function closure(
  roots: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set(roots);
  // A set hands out what is added to it while it is walked.
  for (const name of reached) for (const inside of next.get(name) ?? []) reached.add(inside);
  return reached;
}
