import { observer } from "./client-core.js";
import { canAnswer, type Double } from "./double.js";
import type { Operation } from "./operation.js";
import { type OperationFunction, operationOf } from "./operation-of.js";
import { literalsOf, pathPattern, patternOf } from "./path-pattern.js";

/** Which requests are the API's. */
export interface HandlerOptions {
  /** The base URL of the API. Default: its server, or any if the document names none. */
  readonly serverURL?: string | URL | undefined;
}

/** Answers the requests of clients that don't have the options of a double. */
export interface RequestAnswers {
  /** Whether the double has an answer to a request. */
  has(request: Request): boolean;
  answer(request: Request): Promise<Response>;
}

/**
 * Lets a double answer requests, such as those that a library intercepts.
 *
 * @param calls the operations of the API.
 */
export function answersTo(
  { options }: Double,
  calls: readonly OperationFunction[],
  { serverURL }: HandlerOptions,
): RequestAnswers {
  const base = serverURL === undefined ? undefined : new URL(serverURL).href.replace(/\/$/, "");
  const routes = calls
    .map((call) => routeOf(operationOf(call), base))
    .sort((a, b) => b.literals - a.literals);
  const operationFor = ({ url, method }: Request) => {
    const path = url.replace(/[?#].*/, "");
    const isFor = ({ operation, pattern }: Route) =>
      operation.method === method && pattern.test(path);
    return routes.find(isFor)?.operation;
  };
  return {
    has: (request) => options[canAnswer](request.url, operationFor(request)),
    async answer(request) {
      const operation = operationFor(request);
      const own = operation && options[observer](operation, {});
      try {
        return await (own ?? options.fetch)(request.clone(), { signal: request.signal });
      } catch {
        // An error response makes the caller's `fetch` reject, as a lost connection does.
        return Response.error();
      }
    },
  };
}

interface Route {
  readonly operation: Operation;
  readonly pattern: RegExp;
  /** The length of the path without its parameters: the most literal path comes first. */
  readonly literals: number;
}

function routeOf(operation: Operation, base: string | undefined): Route {
  const start = base === undefined ? "" : `^${patternOf(base)}`;
  const pattern = new RegExp(start + pathPattern(operation, "[^/]+"));
  return { operation, pattern, literals: literalsOf(operation.path).join("").length };
}
