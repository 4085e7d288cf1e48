import type { Result } from "./result.js";

/**
 * The promise of a call. `await` returns `T` or throws a member of `E`.
 *
 * The request is sent once, when the method is called, no matter how often the promise is awaited.
 * A call that nobody awaits raises no unhandled rejection.
 */
export class APIPromise<T, E> extends Promise<T> {
  readonly #outcome: Promise<Result<T, E>>;

  /** `.then()` returns an ordinary promise, which has no `result()`. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** @param outcome must never reject: a failure is a result with `ok: false`. */
  constructor(outcome: Promise<Result<T, E>>) {
    // All reads go through `then` below, so the inner promise is never used.
    super(() => {});
    this.#outcome = outcome;
  }

  /** Resolves to the result or the error as a value. Never rejects. */
  result(): Promise<Result<T, E>> {
    return this.#outcome;
  }

  /** Resolves to the value and the HTTP response. Throws what `await` throws. */
  async withResponse(): Promise<{ data: T; response: Response }> {
    const { value, response } = unwrapped(await this.#outcome);
    return { data: value, response };
  }

  // biome-ignore lint/suspicious/noThenProperty: this class is a promise and overrides `then`
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
