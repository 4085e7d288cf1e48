import { within } from "./deadline.js";
import { discard } from "./discard.js";
import { BaseError, type CallSummary, ConnectionError, type RequestSummary } from "./errors.js";
import { exchange, type Sending } from "./exchange.js";
import { errorFrom, isSuccess, valueFrom } from "./match.js";
import { type RetryConfig, retryAfterIn, retryDelay } from "./retry.js";

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

/**
 * Sends a request and retries it until it succeeds or the retry policy ends.
 *
 * @throws {BaseError} the failure of the last attempt.
 */
export async function send(sending: Sending, call: Progress): Promise<Success> {
  const { operation, options, settings, draft } = sending;
  const { options: client, api, clock } = settings;
  const { signal } = options;
  const retries = retryPolicyOf(sending);
  const timeoutMs =
    options.timeoutMs ?? client.timeoutMs ?? operation.timeoutMs ?? api.timeoutMs ?? 60_000;
  const started = clock.now();
  // Counted separately from sent requests: an attempt may fail earlier, without a token.
  for (let attempts = 1; ; attempts += 1) {
    /** The delay before the next attempt, or `undefined` if the call isn't retried. */
    const delayAfter = (status?: number, retryAfterMs?: number): number | undefined => {
      // A stream can be sent once: it isn't buffered for a retry.
      if (draft.body instanceof ReadableStream) return undefined;
      const { method, idempotency } = operation;
      const idempotencyKey = idempotency?.isIn(draft.headers);
      const elapsedMs = clock.now() - started;
      const failed = { method, idempotencyKey, attempts, elapsedMs, status, retryAfterMs };
      return retryDelay(retries, failed, clock.random);
    };
    const { url } = draft;
    const passage = await client.limits?.enter({ ...settings, operation, url, retries, signal });
    call.requestId = undefined;
    let delay: number | undefined;
    try {
      const success = await within({ timeoutMs, signal, clock }, call, async (limited) => {
        const response = passage?.refusal ?? (await exchange(sending, call, limited));
        const { status, headers } = response;
        call.requestId = requestIdIn(headers);
        const isOk = isSuccess(operation, response);
        if (!isOk) delay = delayAfter(status, retryAfterIn(headers));
        passage?.arrived(response, delay);
        if (isOk) return { value: await valueFrom(operation, response, call, sending), response };
        if (delay === undefined) throw await errorFrom(operation, response, call);
        return discard(response);
      });
      if (success) return success;
    } catch (cause) {
      if (cause instanceof BaseError) throw cause;
      delay = delayAfter();
      if (delay === undefined) throw new ConnectionError(call, "no connection", { cause });
    } finally {
      passage?.leave();
    }
    await clock.sleep(delay ?? 0, signal);
  }
}

/** The retry policy of a call: its own, else that of the client, the operation or the API. */
export function retryPolicyOf({ options, settings, operation }: Sending): RetryConfig | undefined {
  const { options: client, api } = settings;
  return options.retries ?? client.retries ?? operation.retries ?? api.retries;
}

/** The request id that a server, cloud or gateway sets. */
function requestIdIn(headers: Headers): string | undefined {
  const names = ["X-Request-Id", "Request-Id", "X-Amzn-RequestId", "X-Correlation-Id", "CF-Ray"];
  return names.map((name) => headers.get(name)).find((id) => id !== null) ?? undefined;
}
