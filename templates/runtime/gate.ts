import type { Clock } from "./clock.js";
import type { Operation } from "./operation.js";
import type { RetryConfig } from "./retry.js";
import type { Credentials } from "./security.js";

/** Makes calls that share a rate limit wait for each other. `limits()` creates one. */
export interface Gate {
  /**
   * Waits until an attempt may be sent, or until its signal aborts. The wait doesn't count against
   * the time limit of the attempt.
   */
  enter(attempt: GatedAttempt): Promise<Passage>;
}

export interface GatedAttempt {
  readonly operation: Operation;
  /** The URL of the request. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly retries: RetryConfig | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** An attempt that may run. */
export interface Passage {
  /** The response to use instead of a request, if the server asks for too long a wait. */
  readonly refusal?: Response | undefined;
  /**
   * Reports the headers that arrived.
   *
   * @param delayMs the wait before the next attempt; `undefined` if there is none.
   */
  arrived(response: Response, delayMs: number | undefined): void;
  /** Lets the next attempt start. */
  leave(): void;
}
