import type { BaseError, CallSummary } from "./errors.js";

/** The call for which a hook runs. */
export interface HookContext {
  readonly operation: {
    /** The document's `operationId`. */
    readonly id: string;
    readonly method: string;
    /** The path template. */
    readonly path: string;
    /** The resource's accessor on the client. */
  };
  /** The attempt, starting at 1. */
  readonly attempt: number;
}

/** The end of a stream. */
export interface StreamEnd extends HookContext {
  /** The number of items that the caller has received. */
  readonly received: number;
  /** The error that broke the stream, if any. */
  readonly error: BaseError | undefined;
}

type Awaitable<T> = T | Promise<T>;

// biome-ignore lint/suspicious/noConfusingVoidType: a hook that returns nothing changes nothing
type Replacement<T> = Awaitable<T | void>;

/** Functions that run for every call. They may be async; the call waits for them. */
export interface Hooks {
  /**
   * Runs before each attempt. Can change the request's headers, or return another request to send.
   * If it throws, the call fails with an `InvalidRequestError`.
   */
  beforeRequest?(context: HookContext & { readonly request: Request }): Replacement<Request>;
  /**
   * Runs after each response, before its body is read. Can return another response to use instead.
   * If it throws, the call fails with a `ResponseDecodeError`.
   */
  afterResponse?(
    context: HookContext & { readonly request: Request; readonly response: Response },
  ): Replacement<Response>;
  /** Runs once, with the error of a failed call. If it throws, the call's error is kept. */
  onError?(context: HookContext & { readonly error: BaseError }): Awaitable<void>;
  /**
   * Runs once for each stream that a call returned, when it has ended: read to its end, closed, or
   * broken. If it throws, nothing changes.
   */
  onStreamEnd?(context: StreamEnd): Awaitable<void>;
}

/** Each call that runs hooks, with its secrets, for the logger. Hooks of users don't get them. */
export const callOf = new WeakMap<HookContext["operation"], CallSummary>();
