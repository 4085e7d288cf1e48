import { bytesOf } from "./bytes.js";
import { textIn } from "./charset.js";
import { discard } from "./discard.js";
import { type BaseError, type CallSummary, ResponseDecodeError, SDKError } from "./errors.js";
import { hidden } from "./mask.js";
import type { Operation, SentCall } from "./operation.js";
import { entryFor } from "./status.js";

/** Whether a response is a success: a 2xx, or a 304 that the document describes. */
export function isSuccess({ success }: Operation, { ok, status }: Response): boolean {
  return ok || success?.[status] !== undefined;
}

/**
 * The value of a successful response.
 *
 * An undocumented success is read like a documented one, but its body may be empty.
 *
 * @throws {ResponseDecodeError} if the body doesn't have the documented format.
 */
export async function valueFrom(
  { method, success = {} }: Operation,
  response: Response,
  call: CallSummary,
  sent: SentCall,
): Promise<unknown> {
  const { status, headers } = response;
  const documented = entryFor(success, status);
  const entry = documented ?? Object.values(success)[0];
  if (entry === undefined) return discard(response);
  const contentType = headers.get("Content-Type") ?? "";
  const reader = typeof entry === "function" ? entry(contentType, sent) : entry;
  if (reader.take) return reader.take(response, call, sent);
  const bytes = await bytesOf(response);
  const isBodyless = method === "HEAD" || status === 204 || status === 205;
  if (bytes.byteLength === 0 && (isBodyless || !documented)) return undefined;
  try {
    return reader.decode(bytes, contentType);
  } catch (cause) {
    throw unreadable(call, response, textIn(bytes, contentType), cause);
  }
}

/** The longest body of an error that is read, in bytes. */
export const longestError = 2 ** 24;

/**
 * The documented error of a response, or a `ResponseDecodeError` if the body doesn't have the
 * documented format. A body is cut after 16 MiB.
 */
export async function errorFrom(
  { errors = {} }: Operation,
  response: Response,
  call: CallSummary,
): Promise<BaseError> {
  const contentType = response.headers.get("Content-Type") ?? "";
  const bytes = await bytesOf(response, longestError);
  const rawBody = textIn(bytes, contentType);
  try {
    const reader = entryFor(errors, response.status) ?? SDKError;
    return reader.errorFrom(call, { response, rawBody });
  } catch (cause) {
    const what = bytes.byteLength === longestError ? "a body of 16 MiB or more" : undefined;
    return unreadable(call, response, rawBody, cause, what);
  }
}

/** The error of a body, or of an item of a stream, that doesn't have the documented format. */
export function unreadable(
  call: CallSummary,
  response: Response,
  rawBody: string,
  cause: unknown,
  what = rawBody ? "an unreadable body" : "an empty body",
) {
  // A parser quotes the beginning of what it rejects, and a part of a secret can't be masked.
  const { secrets, secretFields: { names = [] } = {} } = call;
  const isSafe =
    hidden(rawBody, secrets) === rawBody && !names.some((name) => rawBody.includes(name));
  const reason = isSafe ? cause : new SyntaxError("it contains a secret");
  return new ResponseDecodeError(call, what, { response, rawBody }, { cause: reason });
}
