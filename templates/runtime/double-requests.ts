import { observer } from "./client-core.js";
import type { Double } from "./double.js";
import { InvalidRequestError } from "./errors.js";
import type { Operation } from "./operation.js";
import { type OperationFunction, operationOf } from "./operation-of.js";
import { literalsOf, pathPattern, patternOf } from "./path-pattern.js";

/** Which requests are the API's. */
export interface HandlerOptions {
  /** The base URL of the API. Default: its server, or any if the document names none. */
  readonly serverURL?: string | URL | undefined;
}

/**
 * Answers the requests of clients that don't have the options of a double, such as those that a
 * library intercepts. Resolves to `undefined` if the double has no answer to a request.
 *
 * @param calls the operations of the API.
 */
export function answersTo(
  { options }: Double,
  calls: readonly OperationFunction[],
  { serverURL }: HandlerOptions,
): (request: Request) => Promise<Response | undefined> {
  const base = serverURL === undefined ? undefined : new URL(serverURL).href.replace(/\/$/, "");
  const routes = calls
    .map((call) => routeOf(operationOf(call), base))
    .sort((a, b) => b.literals - a.literals);
  return async (request) => {
    const url = request.url.replace(/[?#].*/, "");
    const route = routes.find(
      ({ operation, pattern }) => operation.method === request.method && pattern.test(url),
    );
    const own = route && options[observer](route.operation, {});
    try {
      const { signal } = request;
      return await (own ?? options.fetch)(request.clone(), { signal });
    } catch (cause) {
      // An error response makes the caller's `fetch` reject, as a lost connection does.
      return cause instanceof InvalidRequestError ? undefined : Response.error();
    }
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
