import type { BaseError } from "./errors.js";

/** The call that a hook is told about. */
export interface HookContext {
  readonly operation: {
    /** The document's `operationId`. */
    readonly id: string;
    readonly method: string;
    /** The path template. */
    readonly path: string;
    /** The accessor on the client. */
  };
  /** Counts from 1. */
  readonly attempt: number;
}

type Awaitable<T> = T | Promise<T>;

// biome-ignore lint/suspicious/noConfusingVoidType: a hook that returns nothing changes nothing
type Replacement<T> = Awaitable<T | void>;

/** Functions that see every call; each may be async, and the call waits for it. */
export interface Hooks {
  /**
   * Before each attempt. May change the request's headers, or return another request to send.
   * What it throws ends the call with an `InvalidRequestError`.
   */
  beforeRequest?(context: HookContext & { readonly request: Request }): Replacement<Request>;
  /**
   * After each response, its body unread. May return another response to go on with.
   * What it throws ends the call with a `ResponseDecodeError`.
   */
  afterResponse?(
    context: HookContext & { readonly request: Request; readonly response: Response },
  ): Replacement<Response>;
  /** Once, with the error that a call ends with. What it throws is dropped: the error stands. */
  onError?(context: HookContext & { readonly error: BaseError }): Awaitable<void>;
}

/** Runs a hook; what it throws becomes an error of the call. */
export async function runHook<T>(
  name: keyof Hooks,
  hook: () => Awaitable<T>,
  toError: (what: string, options: ErrorOptions) => BaseError,
): Promise<T> {
  try {
    return await hook();
  } catch (cause) {
    throw toError(`the ${name} hook threw`, { cause });
  }
}
