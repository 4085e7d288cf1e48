import type { Operation } from "../../model/api.js";
import type { Names } from "../names/names.js";
import { type Use, useType } from "./imports.js";

/** A type, in words of openapi-typescript's output or of the models, with what it mentions. */
export interface Spelled {
  readonly text: string;
  readonly uses: readonly Use[];
}

/** What openapi-typescript calls an operation; `null` where its types stand below its path alone. */
export function operationKey({ documentedId }: Operation): string | null {
  // It refers to no name that has a `%`.
  return documentedId === null || documentedId.includes("%")
    ? null
    : documentedId.replaceAll("#", "/");
}

/** The types of an operation, for the module of its resource. */
export function operationType(operation: Operation, names: Names): Spelled {
  const key = operationKey(operation);
  if (key === null) return typeBelowPath(operation, "../schema.js");
  const { file } = names.module(operation);
  return {
    text: `operations[${JSON.stringify(key)}]`,
    uses: useType(`../schema/operations/${file}.js`, "operations"),
  };
}

/** The types of an operation, for a module beside the schema that mentions those of several resources. */
export function operationTypeAmong(operation: Operation, names: Names): Spelled {
  const key = operationKey(operation);
  if (key === null) return typeBelowPath(operation, "./schema.js");
  const { file, types } = names.module(operation);
  return {
    text: `${types}[${JSON.stringify(key)}]`,
    uses: useType(`./schema/operations/${file}.js`, `operations as ${types}`),
  };
}

function typeBelowPath({ method, path }: Operation, schema: string): Spelled {
  return {
    text: isUsual(method)
      ? `paths[${JSON.stringify(path)}]["${method}"]`
      : `paths[${JSON.stringify(`${method} ${path}`)}]["post"]`,
    uses: useType(schema, "paths"),
  };
}

/** Whether openapi-typescript knows a method; those of others are put on paths of their own. */
function isUsual(method: string): boolean {
  return /^(get|put|post|delete|options|head|patch|trace)$/.test(method);
}
