import type { Api, Operation, Resource } from "../model/api.js";
import type { Scope } from "./scope.js";
import { memberName, typeName } from "./words.js";

export interface OperationNames {
  /** `update`, as in `clerk.domains.update`. */
  readonly method: string;
  /** `updateDomain` */
  readonly function: string;
  /** `UpdateDomainRequest` */
  readonly request: string;
  /** `UpdateDomainResponse`, for a payload that has no name of its own. */
  readonly response: string;
  /** `UpdateDomainError` */
  readonly error: string;
  /** `updateDomainOperation`: the variable with what the runtime is told of it. */
  readonly data: string;
}

/**
 * What operations are called. The first of one name in the document has it; another one is called
 * after its method and path, not by a number, so that it keeps its name whatever is added.
 *
 * @param exported where functions and types are unique; all functions are named before any type is.
 * @param members where the methods of each resource are unique.
 */
export function operationNames(
  { operations, resources }: Pick<Api, "operations" | "resources">,
  exported: Scope,
  members: ReadonlyMap<Resource, Scope>,
): Map<Operation, OperationNames> {
  const titles = distinctTitles(operations);
  const functions = functionNames(operations, titles, exported);
  const methods = methodNames(resources, functions, members);
  return new Map(
    operations.map((operation) => {
      const own = functions.get(operation) ?? operation.id;
      const type = typeName(titles.get(operation) ?? operation.id);
      const names: OperationNames = {
        method: methods.get(operation) ?? own,
        function: own,
        data: exported.allot(`${own}Operation`),
        request: exported.allot(`${type}Request`),
        response: exported.allot(`${type}Response`),
        error: exported.allot(`${type}Error`),
      };
      return [operation, names];
    }),
  );
}

/** The words that name each operation: its id, unless another one before it comes to the same name. */
function distinctTitles(operations: readonly Operation[]): Map<Operation, string> {
  const taken = new Set<string>();
  return new Map(
    operations.map((operation) => {
      const { id, method, path } = operation;
      const isFirst = !taken.has(memberName(id));
      taken.add(memberName(id));
      return [operation, isFirst ? id : `${method} ${path}`];
    }),
  );
}

/** Those that are called after their ids first: the others give way. */
function functionNames(
  operations: readonly Operation[],
  titles: ReadonlyMap<Operation, string>,
  exported: Scope,
): Map<Operation, string> {
  const isOwn = (operation: Operation) => titles.get(operation) === operation.id;
  const inOrder = [...operations.filter(isOwn), ...operations.filter((each) => !isOwn(each))];
  return new Map(
    inOrder.map((operation) => [
      operation,
      exported.allot(memberName(titles.get(operation) ?? operation.id)),
    ]),
  );
}

/** On its resource the first of one name has it, too; another one is called like its function. */
function methodNames(
  resources: readonly Resource[],
  functions: ReadonlyMap<Operation, string>,
  members: ReadonlyMap<Resource, Scope>,
): Map<Operation, string> {
  const names = new Map<Operation, string>();
  for (const resource of resources) {
    const scope = members.get(resource);
    const wished = new Set<string>();
    const others: Operation[] = [];
    for (const operation of resource.operations) {
      const wish = memberName(operation.name);
      if (wished.has(wish)) others.push(operation);
      else names.set(operation, scope?.allot(wish) ?? wish);
      wished.add(wish);
    }
    for (const operation of others) {
      const own = functions.get(operation) ?? operation.id;
      names.set(operation, scope?.allot(own) ?? own);
    }
  }
  return names;
}
