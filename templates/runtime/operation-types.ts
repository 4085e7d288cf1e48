import type { APIPromise } from "./api-promise.js";
import type { ResponseError } from "./errors.js";
import type { OperationFunction } from "./operation-of.js";

/** The value that an operation returns. */
export type ValueOf<Call> = Call extends (
  client: never,
  ...rest: never
) => APIPromise<infer Value, infer _>
  ? Value
  : never;

/** The items of an operation's list; `never` if it has no pages. */
export type PageItemOf<Call> = Call extends (
  client: never,
  ...rest: never
) => { pages(): AsyncIterable<{ readonly items: readonly (infer Item)[] }> }
  ? Item
  : never;

/** The items of a stream. */
export type ItemOf<Value> = Value extends AsyncIterable<infer Item> ? Item : never;

/** The error union of an operation. */
export type ErrorOf<Call> = Call extends (
  client: never,
  ...rest: never
) => APIPromise<infer _, infer Failure>
  ? Failure
  : never;

/** The argument of an operation. */
export type RequestOf<Call extends OperationFunction> = Parameters<Call>[1];

/** The statuses with a documented payload in an error union. */
export type StatusOf<Failure> = Documented<Failure>["status"];

/** The documented payload of a status in an error union. */
export type BodyOf<Failure, Status> = PayloadOf<Documented<Failure>, Status>;

type Documented<Failure> =
  Failure extends ResponseError<infer Status, infer Body>
    ? [unknown, Failure] extends [Body, { readonly name: "SDKError" }]
      ? never
      : { readonly status: Status; readonly body: Body }
    : never;

type PayloadOf<Each, Status> = Each extends {
  readonly status: infer Own;
  readonly body: infer Body;
}
  ? Status extends Own
    ? Body
    : never
  : never;
