// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { type BaseError, type CallSummary, ResponseDecodeError, SDKError } from "./errors.js";
import type { BodyReader, Operation } from "./operation.js";
import type { Result } from "./result.js";
import { retryAfterIn } from "./retry.js";
import { entryFor } from "./status.js";

/** An answer whose body has been read. */
export interface Answer {
  readonly response: Response;
  readonly raw: string;
}

/** Frees the connection of a response that nobody will read; never waits and never fails. */
export function discard({ body }: Response): void {
  // Refused where a hook has read the body, and pending for good where it has cloned it.
  body?.cancel().catch(() => {});
}

/** How to read a successful body: as documented for its status, else as for the documented ones. */
export function readerFor(operation: Operation, status: number): BodyReader | undefined {
  const success = operation.success ?? {};
  return entryFor(success, status) ?? Object.values(success)[0];
}

/**
 * The value, or the documented error, that an answer stands for.
 *
 * What the server did is never lost for a header: the content type isn't asked, an undocumented
 * success counts as one, and a body may be absent wherever no document says what is in it.
 */
export function resultFrom(
  operation: Operation,
  answer: Answer,
  call: CallSummary,
): Result<unknown, BaseError> {
  return answer.response.ok
    ? successFrom(operation, answer, call)
    : { ok: false, error: errorFrom(operation, answer, call) };
}

function successFrom(
  operation: Operation,
  answer: Answer,
  call: CallSummary,
): Result<unknown, BaseError> {
  const { response, raw } = answer;
  const reader = readerFor(operation, response.status);
  if (reader === undefined || (raw === "" && !isBodyDue(operation, response.status))) {
    return { ok: true, value: undefined, response };
  }
  try {
    return { ok: true, value: reader.decode(raw), response };
  } catch (cause) {
    return { ok: false, error: undecodable(answer, call, cause) };
  }
}

function isBodyDue({ method, success = {} }: Operation, status: number): boolean {
  const isBodyless = method === "head" || status === 204 || status === 205;
  return !isBodyless && entryFor(success, status) !== undefined;
}

function errorFrom(operation: Operation, answer: Answer, call: CallSummary): BaseError {
  const { response, raw } = answer;
  const documented = entryFor(operation.errors ?? {}, response.status);
  let body: unknown = raw;
  try {
    body = JSON.parse(raw);
  } catch (cause) {
    // A documented status promises a payload; without one, the error's type would be a lie.
    if (documented !== undefined) return undecodable(answer, call, cause);
  }
  const retryAfterMs = retryAfterIn(response.headers);
  return new (documented ?? SDKError)(call, { response, rawBody: raw, body, retryAfterMs });
}

function undecodable({ response, raw }: Answer, call: CallSummary, cause: unknown): BaseError {
  const what = raw === "" ? "an empty body" : "a body that is no JSON";
  const told = `the server answered ${response.status} with ${what}`;
  return new ResponseDecodeError(call, told, { response, rawBody: raw }, { cause });
}
