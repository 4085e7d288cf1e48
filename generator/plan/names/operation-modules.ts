import type { Operation, Resource } from "../../model/api.js";
import { identifierScope } from "./scope.js";
import { memberName } from "./words.js";

/** The module with the functions of some operations, and the one with their types. */
export interface OperationModule {
  /** `domains`: both are called so. */
  readonly file: string;
  /** `domainsOperations`: what the types are called beside those of other modules. */
  readonly types: string;
}

/**
 * The modules of operations: one for each resource that has some.
 *
 * @param fileOf what the module of a resource is called; no two are called the same.
 * @param taken names of types that may stand beside those of a module.
 */
export function operationModules(
  resources: readonly Resource[],
  fileOf: (resource: Resource) => string,
  taken: Iterable<string>,
): Map<Operation, OperationModule> {
  const scope = identifierScope(taken);
  return new Map(
    resources.flatMap((resource) => {
      if (resource.operations.length === 0) return [];
      const file = fileOf(resource);
      const module = { file, types: scope.allot(memberName(`${file} operations`)) };
      return resource.operations.map((operation): [Operation, OperationModule] => [
        operation,
        module,
      ]);
    }),
  );
}
