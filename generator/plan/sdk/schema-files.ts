import type { Resource } from "../../model/api.js";
import type { PlannedFile } from "../file.js";
import type { Names } from "../names/names.js";
import type { Blueprint } from "../output.js";
import { operationKey } from "./operation-type.js";

/**
 * openapi-typescript's output: whole in `src/schema.ts`, which is put together from modules, so that
 * a program loads the types of the resources that it uses, and those that its errors are spelled by.
 */
export function schemaFiles({ api, names }: Blueprint): PlannedFile[] {
  const pieces = api.resources.flatMap((resource) => piecesOf(resource, names));
  const operations = pieces
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, name, keys }) => ({ module: `./schema/operations/${file}.js`, name, keys }));
  return [
    { path: "src/schema.ts", from: "schema", holds: { kind: "paths", operations } },
    { path: "src/schema/components.ts", from: "schema", holds: { kind: "components" } },
    ...pieces.map(
      ({ file, keys }): PlannedFile => ({
        path: `src/schema/operations/${file}.ts`,
        from: "schema",
        holds: { kind: "operations", keys },
      }),
    ),
  ];
}

/** The operations of a resource that have a type of their own, if there are any. */
function piecesOf({ operations }: Resource, names: Names) {
  const keys = operations.flatMap((operation) => operationKey(operation) ?? []);
  const [first] = operations;
  if (first === undefined || keys.length === 0) return [];
  const { file, types } = names.module(first);
  return [{ file, name: types, keys }];
}
