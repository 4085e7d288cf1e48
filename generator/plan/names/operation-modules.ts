import type { Operation, Resource } from "../../model/api.js";
import { identifierScope } from "./scope.js";
import { memberName } from "./words.js";

/** The module with the functions of some operations, and the module with their types. */
export interface OperationModule {
  /** `domains`: the file name of both. */
  readonly file: string;
  /** `domainsOperations`: the name of the types beside those of other modules. */
  readonly types: string;
}

/**
 * The modules of operations: one for each resource that has operations.
 *
 * @param fileOf the file name of a resource's module; all are different.
 * @param taken type names that may occur beside those of a module.
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
