import type { FailedAttempt } from "../../templates/runtime/retry.js";

/** A first attempt of a GET that is answered with 503. */
export const failedAttempt: FailedAttempt = {
  method: "GET",
  idempotencyKey: false,
  attempts: 1,
  elapsedMs: 0,
  status: 503,
  retryAfterMs: undefined,
};
