import type { Api, Operation, Resource } from "../../model/api.js";
import { hasOwnPayload } from "../call/payload-types.js";
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
 * What operations are called, whatever their order in the document. Of those that come to one name
 * the first by rank has it; another one is called after its method and path, not by a number.
 *
 * @param exported where functions and types are unique; all functions are named before any type is.
 * @param members where the methods of each resource are unique.
 */
export function operationNames(
  { operations, resources }: Pick<Api, "operations" | "resources">,
  exported: Scope,
  members: ReadonlyMap<Resource, Scope>,
): Map<Operation, OperationNames> {
  const titles = titlesOf(operations);
  const functions = new Map(
    titles.map(([operation, title]) => [operation, exported.allot(memberName(title))]),
  );
  const methods = methodNames(resources, functions, members);
  return new Map(
    titles.map(([operation, title]) => {
      const own = functions.get(operation) ?? operation.id;
      const names: OperationNames = {
        method: methods.get(operation) ?? own,
        function: own,
        data: exported.allot(`${own}Operation`),
        ...typeNames(operation, typeName(title), exported),
      };
      return [operation, names];
    }),
  );
}

/** A type that is never declared takes no name from a model. */
function typeNames(
  operation: Operation,
  type: string,
  exported: Scope,
): Pick<OperationNames, "request" | "response" | "error"> {
  const error = exported.allot(`${type}Error`);
  const request = `${type}Request`;
  const response = `${type}Response`;
  return {
    error,
    request: takesArguments(operation) ? exported.allot(request) : request,
    response: hasOwnPayload(operation) ? exported.allot(response) : response,
  };
}

function takesArguments({ body, parameters }: Operation): boolean {
  return body !== null || parameters.some(({ global }) => global !== "hidden");
}

type Titled = readonly [operation: Operation, title: string];

/**
 * The words that name each operation: its id, unless one before it comes to the same name. Those
 * that are called after their ids go first: the others give way.
 */
function titlesOf(operations: readonly Operation[]): Titled[] {
  const taken = new Set<string>();
  const own: Titled[] = [];
  const others: Titled[] = [];
  for (const operation of byRank(operations)) {
    const { id, method, path } = operation;
    const names = [memberName(id), typeName(id)];
    if (names.some((name) => taken.has(name))) others.push([operation, `${method} ${path}`]);
    else own.push([operation, id]);
    for (const name of names) taken.add(name);
  }
  return [...own, ...others];
}

function byRank(operations: readonly Operation[]): Operation[] {
  return operations.toSorted((a, b) => a.rank - b.rank);
}

/**
 * On its resource, too, the first of one name has it: what the document calls so goes before what is
 * called after its id. Another one is called like its function.
 */
function methodNames(
  resources: readonly Resource[],
  functions: ReadonlyMap<Operation, string>,
  members: ReadonlyMap<Resource, Scope>,
): Map<Operation, string> {
  const names = new Map<Operation, string>();
  for (const resource of resources) {
    const scope = members.get(resource);
    const ranked = byRank(resource.operations);
    const isCalled = ({ id, name }: Operation) => id !== name;
    const inOrder = [...ranked.filter(isCalled), ...ranked.filter((each) => !isCalled(each))];
    const others: Operation[] = [];
    for (const operation of inOrder) {
      const wish = memberName(operation.name);
      if (scope?.isFree(wish)) names.set(operation, scope.allot(wish));
      else others.push(operation);
    }
    for (const operation of others) {
      const own = functions.get(operation) ?? operation.id;
      names.set(operation, scope?.allot(own, `${own}_`) ?? own);
    }
  }
  return names;
}
