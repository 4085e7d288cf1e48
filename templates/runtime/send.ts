import { startDeadline } from "./deadline.js";
import { discard } from "./discard.js";
import {
  BaseError,
  type CallSummary,
  ConnectionError,
  RequestAbortedError,
  type RequestSummary,
  RequestTimeoutError,
} from "./errors.js";
import { exchange, type Sending } from "./exchange.js";
import type { Passage } from "./gate.js";
import { errorFrom, isSuccess, valueFrom } from "./match.js";
import { retryAfterIn, retryDelay } from "./retry.js";

/** The state of a call so far; errors are created from it. */
export interface Progress extends CallSummary {
  readonly request: { -readonly [Part in keyof RequestSummary]: RequestSummary[Part] };
  attempts: number;
}

/** A successful response. */
export interface Success {
  readonly value: unknown;
  readonly response: Response;
}

/** The delay before the next attempt, or `undefined` if the call isn't retried. */
type DelayAfter = (status?: number, retryAfterMs?: number) => number | undefined;

/**
 * Sends a request and retries it until it succeeds or the retry policy ends.
 *
 * @throws {BaseError} the failure of the last attempt.
 */
export async function send(sending: Sending, call: Progress): Promise<Success> {
  const { operation, options, settings, draft } = sending;
  const { options: client, api, clock } = settings;
  const { signal } = options;
  const started = clock.now();
  // Counted separately from sent requests: an attempt may fail earlier, without a token.
  let attempts = 0;
  const retries = options.retries ?? client.retries ?? operation.retries ?? api.retries;
  const delayAfter: DelayAfter = (status, retryAfterMs) => {
    // A stream can be sent once: it isn't buffered for a retry.
    if (draft.body instanceof ReadableStream) return undefined;
    return retryDelay(
      retries,
      {
        method: operation.method,
        idempotencyKey: operation.idempotency?.isIn(draft.headers()),
        attempts,
        elapsedMs: clock.now() - started,
        status,
        retryAfterMs,
      },
      clock.random,
    );
  };
  const { url } = call.request;
  for (;;) {
    attempts += 1;
    const passage = await client.limits?.enter({ ...settings, operation, url, retries, signal });
    let outcome: Success | number;
    try {
      outcome = await attempt(sending, call, delayAfter, passage);
    } finally {
      passage?.leave();
    }
    if (typeof outcome !== "number") return outcome;
    await clock.sleep(outcome, signal);
  }
}

/** The response, or the delay before the next attempt. */
async function attempt(
  sending: Sending,
  call: Progress,
  delayAfter: DelayAfter,
  passage: Passage | undefined,
): Promise<Success | number> {
  const { operation, options, settings } = sending;
  const { options: client, api, clock } = settings;
  const { signal } = options;
  const timeoutMs =
    options.timeoutMs ?? client.timeoutMs ?? operation.timeoutMs ?? api.timeoutMs ?? 60_000;
  const deadline = startDeadline(timeoutMs, signal, clock);
  call.requestId = undefined;
  try {
    return await deadline.race(async () => {
      const response = passage?.refusal ?? (await exchange(sending, call, deadline.signal));
      const { status, headers } = response;
      call.requestId = requestIdIn(headers);
      const isOk = isSuccess(operation, response);
      const delay = isOk ? undefined : delayAfter(status, retryAfterIn(headers));
      passage?.arrived(response, delay);
      if (isOk) return { value: await valueFrom(operation, response, call, sending), response };
      if (delay === undefined) throw await errorFrom(operation, response, call);
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

/** The request id that a server, cloud or gateway sets. */
function requestIdIn(headers: Headers): string | undefined {
  const names = ["X-Request-Id", "Request-Id", "X-Amzn-RequestId", "X-Correlation-Id", "CF-Ray"];
  return names.map((name) => headers.get(name)).find((id) => id !== null) ?? undefined;
}
