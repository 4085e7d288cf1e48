import { WebhookError } from "./webhook-error.js";

/** The event of a delivery, or the reason for refusing it. Narrow with `ok`. */
export type WebhookResult<Event> =
  | { readonly ok: true; readonly value: Event }
  | { readonly ok: false; readonly error: WebhookError };

/** The promise of an event. `await` throws a `WebhookError` if the delivery is refused. */
export interface EventPromise<Event> extends Promise<Event> {
  /** Resolves to the event or the error as a value. */
  result(): Promise<WebhookResult<Event>>;
}

/** A promise whose error is thrown where it is read, so that a caller may read only one form. */
export function eventPromise<Event>(event: Promise<Event>): EventPromise<Event> {
  event.catch(() => {});
  const result = () =>
    event.then(
      (value): WebhookResult<Event> => ({ ok: true, value }),
      (error): WebhookResult<Event> => {
        if (error instanceof WebhookError) return { ok: false, error };
        throw error;
      },
    );
  return Object.assign(event, { result });
}
