import { ClientCore, observer } from "./client-core.js";
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
  const observe = (operation: Operation) => {
    seen.push(operation);
    return undefined;
  };
  const client = new ClientCore({ [observer]: observe }, {}, {});
  // The cast drops the argument, which isn't read without a server.
  (callOperation as (client: ClientCore) => unknown)(client);
  const [operation] = seen;
  if (operation === undefined) throw new TypeError(`${callOperation.name} calls no operation`);
  return operation;
}
