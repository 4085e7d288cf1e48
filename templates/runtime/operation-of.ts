import { ClientCore } from "./client-core.js";
import { systemClock } from "./clock.js";
import type { Operation } from "./operation.js";

/** A function of `operations/`, whatever it takes beside the client. */
export type OperationFunction = (client: ClientCore, ...rest: never) => unknown;

const known = new WeakMap<OperationFunction, Operation>();

/**
 * The operation that a function calls. The function is called once, with a client that has no server
 * and so sends nothing.
 */
export function operationOf(callOperation: OperationFunction): Operation {
  const found = known.get(callOperation) ?? observed(callOperation);
  known.set(callOperation, found);
  return found;
}

function observed(callOperation: OperationFunction): Operation {
  const seen: Operation[] = [];
  const client = new ClientCore({}, {}, {}, systemClock, (operation) => seen.push(operation));
  // The cast leaves out the argument: without a server, what it lacks is never missed.
  (callOperation as (client: ClientCore) => unknown)(client);
  const [operation] = seen;
  if (operation === undefined) throw new TypeError(`${callOperation.name} calls no operation`);
  return operation;
}
