// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { Result } from "./result.js";

/**
 * The promise of a call: `await` gives `T` or throws a member of `E`.
 *
 * The request is sent when the call is made, and once, however often the promise is read. A call
 * that nobody reads raises no unhandled rejection: until it is read, its error is only a value.
 */
export class APIPromise<T, E> extends Promise<T> {
  readonly #outcome: Promise<Result<T, E>>;

  /** What `.then()` gives is an ordinary promise: it has no outcome of its own. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** @param outcome never rejects: a failure is a result that isn't ok. */
  constructor(outcome: Promise<Result<T, E>>) {
    // Every read goes through `then` below; what the promise itself settles with is never seen.
    super(() => {});
    this.#outcome = outcome;
  }

  /** The outcome as a value. Never rejects. */
  result(): Promise<Result<T, E>> {
    return this.#outcome;
  }

  /** The value with the response that brought it; throws what `await` throws. */
  async withResponse(): Promise<{ data: T; response: Response }> {
    const { value, response } = unwrapped(await this.#outcome);
    return { data: value, response };
  }

  // biome-ignore lint/suspicious/noThenProperty: this is a promise, and its `then` is where it is read
  override then<Value = T, Recovered = never>(
    onFulfilled?: ((value: T) => Value | PromiseLike<Value>) | null,
    onRejected?: ((error: unknown) => Recovered | PromiseLike<Recovered>) | null,
  ): Promise<Value | Recovered> {
    return this.#outcome.then((result) => unwrapped(result).value).then(onFulfilled, onRejected);
  }
}

function unwrapped<T, E>(result: Result<T, E>) {
  if (result.ok) return result;
  throw result.error;
}
