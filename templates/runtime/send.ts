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
import type { HookContext, Hooks } from "./hooks.js";
import type { Answer } from "./match.js";
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

/**
 * Sends a request until an answer is good, or no further attempt is allowed.
 *
 * @throws {BaseError} the failure of the last attempt, where it brought no answer.
 */
export async function send(request: Request, sending: Sending, call: Progress): Promise<Answer> {
  const { clock, retries, signal } = sending;
  const started = clock.now();
  const delayAfter = (status: number | undefined, retryAfterMs: number | undefined) =>
    retryDelay(
      retries,
      {
        method: request.method,
        idempotencyKey: false,
        attempts: call.attempts,
        elapsedMs: clock.now() - started,
        status,
        retryAfterMs,
      },
      clock.random,
    );
  for (;;) {
    let delay: number | undefined;
    const deadline = startDeadline(sending.timeoutMs, signal);
    try {
      const response = await attempt(request, sending, call, deadline.signal);
      if (!response.ok) delay = delayAfter(response.status, retryAfterIn(response.headers));
      if (delay === undefined) return { response, raw: await sending.read(response) };
      // Frees the connection for the next attempt.
      await response.body?.cancel();
    } catch (cause) {
      const error = failureFrom(cause, sending, call, deadline.isOver());
      if (error.kind === "connection") delay = delayAfter(undefined, undefined);
      if (delay === undefined) throw error;
    } finally {
      deadline.clear();
    }
    await clock.sleep(delay, signal).catch((cause: unknown) => {
      throw new RequestAbortedError(call, "aborted by the caller", { cause });
    });
  }
}

async function attempt(
  request: Request,
  { fetch, fetchOptions, hooks, operation, body }: Sending,
  call: Progress,
  signal: AbortSignal,
): Promise<Response> {
  const context = { operation, attempt: call.attempts + 1 };
  const fresh = new Request(request, body === undefined ? { signal } : { signal, body });
  const outgoing =
    (await orThrow(
      () => hooks.beforeRequest?.({ ...context, request: fresh }),
      (cause) => new InvalidRequestError(call, "the beforeRequest hook threw", { cause }),
    )) ?? fresh;
  call.attempts += 1;
  const response = await fetch(outgoing, fetchOptions);
  return (
    (await orThrow(
      () => hooks.afterResponse?.({ ...context, request: outgoing, response }),
      (cause) =>
        new ResponseDecodeError(
          call,
          "the afterResponse hook threw",
          { response, rawBody: "" },
          { cause },
        ),
    )) ?? response
  );
}

async function orThrow<T>(
  run: () => T | Promise<T>,
  toError: (cause: unknown) => BaseError,
): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw toError(cause);
  }
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
  return new ConnectionError(call, `no connection${detailOf(cause)}`, { cause });
}

function detailOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  return `: ${cause.cause instanceof Error ? cause.cause.message : cause.message}`;
}
