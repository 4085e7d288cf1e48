import type { ReadHeader } from "./webhook-request.js";

/** Where the deliveries of an API contain the type of their event. */
export interface EventTypes {
  /** The type as the sender writes it; not text if the delivery names none. */
  readonly typeIn: (payload: unknown, header: ReadHeader) => unknown;
  /** The event types, by what the sender writes. */
  readonly known: ReadonlyMap<unknown, string>;
  /** The header that names the type. */
  readonly header?: string;
  /** The field of the payload that names the type, or the action after a type in a header. */
  readonly field?: string;
  /** The events that have their payload in `payload`. */
  readonly nested?: readonly string[];
  /** Whether an event may have no payload at all. */
  readonly allowsEmpty?: boolean;
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
 */
export function eventFrom(
  { typeIn, known, nested }: EventTypes,
  payload: unknown,
  header: ReadHeader,
  id: string,
): ArrivedEvent {
  const named = typeIn(payload, header);
  const type = known.get(named);
  if (type === undefined) {
    return { type, rawType: typeof named === "string" ? named : undefined, id, payload };
  }
  return nested?.includes(type) ? { type, id, payload } : { id, ...Object(payload), type };
}
