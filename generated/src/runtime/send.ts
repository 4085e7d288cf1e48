// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { Fetch } from "./client-core.js";
import type { Clock } from "./clock.js";
import { startDeadline } from "./deadline.js";
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
import { type HookContext, type Hooks, runHook } from "./hooks.js";
import { type Answer, discard } from "./match.js";
import { type RetryConfig, retryAfterIn, retryDelay } from "./retry.js";

/** How one call is to be sent. */
export interface Sending {
  readonly fetch: Fetch;
  readonly fetchOptions: RequestInit | undefined;
  readonly hooks: Hooks;
  readonly operation: HookContext["operation"];
  readonly retries: RetryConfig;
  /** Milliseconds; 0 is no limit. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  /** The serialised body, sent again with each attempt. */
  readonly body: string | undefined;
  /** Reads the body of a response that the call ends with. */
  readonly read: (response: Response) => Promise<string>;
}

/** What a call has come to so far; errors are made from it. */
export interface Progress extends CallSummary {
  request: RequestSummary;
  attempts: number;
}

/** The wait before the next attempt, or `undefined` where there is none. */
type DelayAfter = (status?: number, retryAfterMs?: number) => number | undefined;

/**
 * Sends a request until an answer is good, or no further attempt is allowed.
 *
 * @throws {BaseError} the failure of the last attempt, where it brought no answer.
 */
export async function send(request: Request, sending: Sending, call: Progress): Promise<Answer> {
  const { clock, retries, signal } = sending;
  const started = clock.now();
  const delayAfter: DelayAfter = (status, retryAfterMs) => {
    const elapsedMs = clock.now() - started;
    const { method } = request;
    const answer = { idempotencyKey: false, status, retryAfterMs };
    return retryDelay(retries, { ...call, ...answer, method, elapsedMs }, clock.random);
  };
  for (;;) {
    const outcome = await attempt(request, sending, call, delayAfter);
    if (typeof outcome !== "number") return outcome;
    await clock.sleep(outcome, signal).catch((cause: unknown) => {
      throw failureFrom(cause, sending, call, false);
    });
  }
}

/** The answer, or how long to wait before the next attempt. */
async function attempt(
  request: Request,
  sending: Sending,
  call: Progress,
  delayAfter: DelayAfter,
): Promise<Answer | number> {
  const deadline = startDeadline(sending.timeoutMs, sending.signal);
  try {
    return await deadline.race(async () => {
      const response = await exchange(request, sending, call, deadline.signal);
      const delay = response.ok
        ? undefined
        : delayAfter(response.status, retryAfterIn(response.headers));
      if (delay === undefined) return { response, raw: await sending.read(response) };
      discard(response);
      return delay;
    });
  } catch (cause) {
    const error = failureFrom(cause, sending, call, deadline.isOver());
    const delay = error.kind === "connection" ? delayAfter() : undefined;
    if (delay === undefined) throw error;
    return delay;
  } finally {
    deadline.clear();
  }
}

/** One request and its response, as the hooks leave them; the body is unread. */
async function exchange(
  request: Request,
  { fetch, fetchOptions, hooks, operation, body }: Sending,
  call: Progress,
  signal: AbortSignal,
): Promise<Response> {
  signal.throwIfAborted();
  const context = { operation, attempt: call.attempts + 1 };
  const fresh = new Request(request, body === undefined ? { signal } : { signal, body });
  const outgoing =
    (await runHook(
      () => hooks.beforeRequest?.({ ...context, request: fresh }),
      (cause) => new InvalidRequestError(call, "the beforeRequest hook threw", { cause }),
    )) ?? fresh;
  signal.throwIfAborted();
  call.attempts += 1;
  // The signal is said again: a hook's own request has none, and on Node a request that is garbage
  // collected while its answer's body arrives no longer passes its signal on.
  const response = await fetch(outgoing, { ...fetchOptions, signal });
  const replaced = await runHook(
    () => hooks.afterResponse?.({ ...context, request: outgoing, response }),
    (cause) => {
      discard(response);
      const reply = { response, rawBody: "" };
      return new ResponseDecodeError(call, "the afterResponse hook threw", reply, { cause });
    },
  );
  if (replaced && replaced.body !== response.body) discard(response);
  return replaced ?? response;
}

/** What made an attempt fail, told by where and when it failed, not by what engines call it. */
function failureFrom(
  cause: unknown,
  { signal, timeoutMs }: Sending,
  call: Progress,
  isOver: boolean,
): BaseError {
  if (signal?.aborted) {
    return new RequestAbortedError(call, "aborted by the caller", { cause: signal.reason });
  }
  if (isOver) return new RequestTimeoutError(call, timeoutMs);
  if (cause instanceof BaseError) return cause;
  return new ConnectionError(call, `no connection${reasonOf(cause)}`, { cause });
}

/** The innermost message: `fetch failed` hides the reason in its cause. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  return reasonOf(inner) || `: ${cause.message}`;
}
