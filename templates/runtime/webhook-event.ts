import type { ReadHeader } from "./webhook-request.js";

/** How the deliveries of an API name their events. */
export interface EventTypes {
  /** @param id of the delivery. */
  readonly eventIn: (payload: unknown, id: string, header: ReadHeader) => ArrivedEvent;
  /** Default: `JSON.parse`. */
  readonly parse?: (body: string) => unknown;
  /** The header that names the type. */
  readonly header?: string;
  /** The field of the payload that names the type, or the action after a type in a header. */
  readonly field?: string;
  /** The event types by header and action, if the sender writes them differently. */
  readonly types?: Readonly<Record<string, string>>;
  /** The events that have their payload in `payload`. */
  readonly nested?: readonly string[];
}

/** An event of a type that this version of the package doesn't know. */
export interface UnknownEvent {
  readonly type: undefined;
  /** The type in the delivery; `undefined` if it names none. */
  readonly rawType: string | undefined;
  /** The id of the delivery, which is the same when it is repeated; `""` if it has none. */
  readonly id: string;
  readonly payload: unknown;
}

/** An event with a payload of any kind. */
export interface ArrivedEvent {
  readonly type: string | undefined;
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * The event in a delivery: the fields of its payload, its `type`, and the delivery's `id` unless
 * the payload has one.
 *
 * @param type `undefined` if the package doesn't know it.
 * @param rawType the type as the sender writes it; not text if the delivery names none.
 */
export function eventFrom(
  type: string | undefined,
  rawType: unknown,
  payload: unknown,
  id: string,
): ArrivedEvent {
  return type === undefined
    ? { type, rawType: typeof rawType === "string" ? rawType : undefined, id, payload }
    : { id, ...Object(payload), type };
}
