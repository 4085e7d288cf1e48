import { APIPromise } from "./api-promise.js";
import { type CallOptions, ClientCore, type ClientSettings, observer } from "./client-core.js";
import { draftOf } from "./draft.js";
import { BaseError, type CallSummary, InvalidRequestError } from "./errors.js";
import { refusedByFetch } from "./exchange.js";
import type { Operation } from "./operation.js";
import type { Written } from "./parameter.js";
import type { Result } from "./result.js";
import { type Progress, send } from "./send.js";

/** Writes the argument of a call, and the global parameters from the client's options. */
export type Write = (call: CallSummary, client: object) => Written;

/**
 * Calls an operation.
 *
 * @param write writes the argument; absent for an operation without one.
 * @param request the argument.
 *
 * The emitted functions declare `T` and `E` from the document.
 */
export function call<T, E>(
  client: ClientCore,
  operation: Operation,
  options: CallOptions = {},
  write: Write = () => ({ path: operation.path, query: [], headers: {} }),
  request: object = {},
): APIPromise<T, E> {
  const own = ClientCore.settingsOf(client);
  const fetch = own.options[observer]?.(operation, request);
  const settings = fetch ? { ...own, fetch } : own;
  const outcome = outcomeOf(settings, operation, request, options, write);
  // The only place where the SDK trusts the document: from here on, values have the documented
  // types.
  return new APIPromise(outcome as Promise<Result<T, E>>);
}

/** Never rejects: every failure becomes an error of the union. */
async function outcomeOf(
  settings: ClientSettings,
  operation: Operation,
  request: object,
  options: CallOptions,
  write: Write,
): Promise<Result<unknown, BaseError>> {
  const { id, method, path } = operation;
  const operationInfo = { id, method, path };
  const progress: Progress = {
    request: { method, url: path, operationId: id },
    attempts: 0,
    secrets: [],
    secretFields: settings.api.secretFields,
  };
  try {
    const written = write(progress, settings.options);
    const draft = draftOf(operation, written, settings, options, progress);
    progress.request.url = draft.url;
    const sending = { operation, request, settings, options, draft, operationInfo };
    return { ok: true, ...(await send(sending, progress)) };
  } catch (cause) {
    const error =
      cause instanceof BaseError
        ? cause
        : new InvalidRequestError(progress, refusedByFetch, { cause });
    try {
      await settings.options.hooks?.onError?.({
        operation: operationInfo,
        attempt: error.attempts,
        error,
      });
    } catch {
      // The caller gets the call's error, not the hook's.
    }
    return { ok: false, error };
  }
}
