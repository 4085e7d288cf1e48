// What must compile and what must not: the type check of the tests is the test. A line below
// `@ts-expect-error` that compiles is itself an error.
import type { ResponseError, SDKError, TransportError } from "../../templates/runtime/errors.js";
import type { BodyOf, StatusOf } from "../../templates/runtime/operation-types.js";

interface NotFound extends ResponseError<404, { readonly detail: string }> {
  readonly name: "NotFound";
}

interface Conflict extends ResponseError<409, unknown> {
  readonly name: "Conflict";
}

type Failure = NotFound | Conflict | SDKError<410, string> | SDKError<400 | 500> | TransportError;

export const statuses: StatusOf<Failure>[] = [404, 409, 410];
// @ts-expect-error the document has no payload for this status
export const other: StatusOf<Failure> = 400;
export const described: BodyOf<Failure, 404> = { detail: "gone" };
export const anything: BodyOf<Failure, 409> = 1;
export const text: BodyOf<Failure, 410> = "gone";
