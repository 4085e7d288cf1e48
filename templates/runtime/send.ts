import type { CallOptions, ClientSettings } from "./client-core.js";
import { startDeadline } from "./deadline.js";
import { discard } from "./discard.js";
import type { Draft } from "./draft.js";
import {
  BaseError,
  type CallSummary,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  type RequestSummary,
  RequestTimeoutError,
  ResponseDecodeError,
} from "./errors.js";
import { type HookContext, runHook } from "./hooks.js";
import { valueFrom } from "./match.js";
import type { Operation } from "./operation.js";
import { retryAfterIn, retryDelay } from "./retry.js";
import { authorize, type Outgoing } from "./security.js";

/** How one call is to be sent. */
export interface Sending {
  readonly operation: Operation;
  readonly settings: ClientSettings;
  readonly options: CallOptions;
  readonly draft: Draft;
  /** What hooks are told of the operation. */
  readonly told: HookContext["operation"];
}

/** What a call has come to so far; errors are made from it. */
export interface Progress extends CallSummary {
  readonly request: { -readonly [Part in keyof RequestSummary]: RequestSummary[Part] };
  attempts: number;
}

/** A good answer. */
export interface Success {
  readonly value: unknown;
  readonly response: Response;
}

/** What is said of a request that `fetch` refuses to make. */
export const unusable = "unusable request";

/** The wait before the next attempt, or `undefined` where there is none. */
type DelayAfter = (status?: number, retryAfterMs?: number) => number | undefined;

/**
 * Sends a request until an answer is good, or no further attempt is allowed.
 *
 * @throws {BaseError} the failure of the last attempt.
 */
export async function send(sending: Sending, call: Progress): Promise<Success> {
  const { operation, options, settings, draft } = sending;
  const { options: client, api, clock } = settings;
  const started = clock.now();
  // Counted apart from what was sent: an attempt may fail before that, for want of a token.
  let attempts = 0;
  const delayAfter: DelayAfter = (status, retryAfterMs) => {
    // A stream can be sent once: it is never kept in order to be sent again.
    if (draft.body instanceof ReadableStream) return undefined;
    return retryDelay(
      options.retries ?? client.retries ?? operation.retries ?? api.retries,
      {
        method: operation.method,
        idempotencyKey: operation.idempotency !== undefined,
        attempts,
        elapsedMs: clock.now() - started,
        status,
        retryAfterMs,
      },
      clock.random,
    );
  };
  for (;;) {
    attempts += 1;
    const outcome = await attempt(sending, call, delayAfter);
    if (typeof outcome !== "number") return outcome;
    await clock.sleep(outcome, options.signal);
  }
}

/** The answer, or how long to wait before the next attempt. */
async function attempt(
  sending: Sending,
  call: Progress,
  delayAfter: DelayAfter,
): Promise<Success | number> {
  const { operation, options, settings } = sending;
  const { options: client, api } = settings;
  const { signal } = options;
  const timeoutMs =
    options.timeoutMs ?? client.timeoutMs ?? operation.timeoutMs ?? api.timeoutMs ?? 60_000;
  const deadline = startDeadline(timeoutMs, signal);
  try {
    return await deadline.race(async () => {
      const response = await exchange(sending, call, deadline.signal);
      const delay = response.ok
        ? undefined
        : delayAfter(response.status, retryAfterIn(response.headers));
      if (delay === undefined) {
        return { value: await valueFrom(operation, response, call, options), response };
      }
      discard(response);
      return delay;
    });
  } catch (cause) {
    if (signal?.aborted) {
      throw new RequestAbortedError(call, "aborted", { cause: signal.reason });
    }
    if (deadline.signal.aborted) throw new RequestTimeoutError(call, timeoutMs);
    if (cause instanceof BaseError) throw cause;
    const delay = delayAfter();
    if (delay !== undefined) return delay;
    throw new ConnectionError(call, "no connection", { cause });
  } finally {
    deadline.clear();
  }
}

/** One request and its response, as the hooks leave them; the body is unread. */
async function exchange(sending: Sending, call: Progress, signal: AbortSignal): Promise<Response> {
  const { operation, options, settings, draft, told } = sending;
  const { hooks } = settings.options;
  signal.throwIfAborted();
  const outgoing: Outgoing = { ...settings, ...draft, headers: new Headers(draft.headers) };
  if (operation.security) await authorize(operation.security, outgoing, call);
  const context = { operation: told, attempt: call.attempts + 1 };
  const fresh = requestFrom(outgoing, sending, call, signal);
  const request =
    (await runHook(
      "beforeRequest",
      () => hooks?.beforeRequest?.({ ...context, request: fresh }),
      (what, options) => new InvalidRequestError(call, what, options),
    )) ?? fresh;
  signal.throwIfAborted();
  call.attempts += 1;
  // The signal is said again: a hook's own request has none, and on Node a request that is garbage
  // collected while its answer's body arrives no longer passes its signal on.
  const { fetch } = outgoing;
  const response = await fetch(request, { ...options.fetchOptions, signal });
  const replaced = await runHook(
    "afterResponse",
    () => hooks?.afterResponse?.({ ...context, request, response }),
    (what, options) => {
      discard(response);
      return new ResponseDecodeError(call, what, { response, rawBody: "" }, options);
    },
  );
  if (replaced && replaced.body !== response.body) discard(response);
  return replaced ?? response;
}

function requestFrom(
  { url, headers, body }: Outgoing,
  { operation: { method }, options }: Sending,
  call: Progress,
  signal: AbortSignal,
): Request {
  // Asked for by streams (Fetch, RequestInit), and unknown to TypeScript's types of it.
  const duplex = { duplex: "half" };
  try {
    return new Request(url, {
      ...options.fetchOptions,
      method,
      headers,
      body: body ?? null,
      signal,
      ...duplex,
    });
  } catch (cause) {
    throw new InvalidRequestError(call, unusable, { cause });
  }
}
