import { ClientCore } from "./client-core.js";
import { systemClock } from "./clock.js";
import type { Operation } from "./operation.js";

/** A function of `operations/`, with any arguments after the client. */
export type OperationFunction = (client: ClientCore, ...rest: never) => unknown;

const known = new WeakMap<OperationFunction, Operation>();

/**
 * The operation that a function calls. Calls the function once, with a client that has no server
 * and therefore sends nothing.
 */
export function operationOf(callOperation: OperationFunction): Operation {
  const found = known.get(callOperation) ?? observed(callOperation);
  known.set(callOperation, found);
  return found;
}

function observed(callOperation: OperationFunction): Operation {
  const seen: Operation[] = [];
  const client = new ClientCore({}, {}, {}, systemClock, (operation) => seen.push(operation));
  // The cast drops the argument, which isn't read without a server.
  (callOperation as (client: ClientCore) => unknown)(client);
  const [operation] = seen;
  if (operation === undefined)
    throw new TypeError(`${callOperation.name} doesn't call an operation`);
  return operation;
}
