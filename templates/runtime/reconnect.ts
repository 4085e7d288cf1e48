import { BaseError, ConnectionError, RequestTimeoutError, ResponseError } from "./errors.js";
import type { Sending } from "./exchange.js";
import type { BodyTaker, SentCall } from "./operation.js";
import { retryDelay } from "./retry.js";
import { retryPolicyOf, send } from "./send.js";
import { noStream } from "./stream.js";
import type { Lost, Reopen } from "./stream-format.js";
import { latin1Of } from "./to-base64.js";

/**
 * Sends the request of a broken stream again, with the id of its last event, if the call allows it
 * (HTML, 9.2.3). For GET only.
 */
export const reconnect: Reopen = async (lost) => {
  const { sent, lastEventId } = lost;
  const maxAttempts = sent.options.reconnect && (sent.options.reconnect.maxAttempts ?? 5);
  if (maxAttempts === undefined || lastEventId === "" || !isSending(sent)) return undefined;
  while (lost.attempts < maxAttempts) {
    const delay = delayOf(lost, sent);
    if (delay === undefined) return undefined;
    await sent.settings.clock.sleep(delay, sent.options.signal);
    lost.attempts += 1;
    lost.allAttempts += 1;
    try {
      return await reopened(lost, sent);
    } catch (cause) {
      if (!isTransient(cause)) throw errorFrom(lost, cause);
    }
  }
  return undefined;
};

/** `send` passes everything that it has of the call. */
function isSending(sent: SentCall): sent is Sending {
  return "draft" in sent;
}

async function reopened({ call, lastEventId }: Lost, sending: Sending): Promise<Response> {
  const { operation, options, draft } = sending;
  const progress = { ...call, request: { ...call.request } };
  const headers = new Map(draft.headers).set(
    "last-event-id",
    latin1Of(new TextEncoder().encode(lastEventId)),
  );
  try {
    const { response } = await send(
      {
        ...sending,
        operation: { ...operation, success: { default: streamOnly } },
        options: { ...options, retries: { strategy: "none" } },
        draft: { ...draft, headers },
      },
      progress,
    );
    return response;
  } finally {
    call.attempts = progress.attempts;
  }
}

/** Leaves a stream unread. The time limit of the attempt covers the body of anything else. */
const streamOnly: BodyTaker = {
  take: async (response, call) => {
    const isStream = /event-stream/i.test(response.headers.get("Content-Type") ?? "");
    if (response.body && !isStream) throw await noStream(response, call);
  },
};

/**
 * The delay that the server asks for, else that of the retry policy; `undefined` if it is longer
 * than the policy's longest.
 */
function delayOf(
  { call, retry, attempts, allAttempts }: Lost,
  sending: Sending,
): number | undefined {
  const policy = retryPolicyOf(sending);
  const failed = {
    method: call.request.method,
    idempotencyKey: undefined,
    // With a delay from the server, all attempts count: it may send one event on each connection.
    attempts: (retry === undefined ? attempts : allAttempts) + 1,
    elapsedMs: 0,
    status: undefined,
    retryAfterMs: retry,
  };
  const backoff = policy?.strategy === "backoff" ? policy.backoff : undefined;
  const { random } = sending.settings.clock;
  return retryDelay({ strategy: "backoff", backoff, maxAttempts: Infinity }, failed, random);
}

/** Whether another attempt may succeed. */
function isTransient(cause: unknown): boolean {
  return (
    cause instanceof ConnectionError ||
    cause instanceof RequestTimeoutError ||
    (cause instanceof ResponseError && cause.status >= 500)
  );
}

/** An error of a stream: one that the answer documents is its cause. */
function errorFrom({ call }: Lost, cause: unknown): unknown {
  const isOwn = cause instanceof BaseError && (cause.kind === "aborted" || cause.kind === "decode");
  return isOwn ? cause : new ConnectionError(call, "the stream can't be reopened", { cause });
}
