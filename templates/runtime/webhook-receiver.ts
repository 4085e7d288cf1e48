import { process } from "./environment.js";
import { WebhookError } from "./webhook-error.js";
import type { ArrivedEvent, EventTypes } from "./webhook-event.js";
import { read as readRequest } from "./webhook-read.js";
import type { WebhookRequest } from "./webhook-request.js";
import { type EventPromise, eventPromise } from "./webhook-result.js";
import type { SignatureScheme, SigningKey, SignOptions } from "./webhook-scheme.js";
import { verify as verifyDelivery } from "./webhook-verify.js";

/** Options of a receiver. */
export interface WebhookOptions {
  /**
   * The signing secret, or several while it is rotated: a signature by any of them is accepted.
   * Default: an environment variable; see `webhooks`.
   */
  readonly secret?: string | readonly string[] | undefined;
  /**
   * The largest difference between the clock and the time of signing, in seconds, in both
   * directions. Default 300. `Infinity` accepts any time.
   */
  readonly tolerance?: number | undefined;
  /** `false` accepts every delivery, whoever sent it. */
  readonly verify?: boolean | undefined;
}

/** Options of a handler. */
export interface HandlerOptions {
  /** Whether the delivery with this id was handled before; then it is answered with 204. */
  readonly seen?: ((id: string) => boolean | Promise<boolean>) | undefined;
  /** Receives the reason for each 400 and 500. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What a handler's function may return: the response, or nothing for a 204. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function without `return` returns `void`
export type WebhookReply = Response | undefined | void;

/** Functions by event type. `otherwise` receives the events that have none, and unknown ones. */
export type WebhookHandlers<Events, Event> = {
  readonly [Type in keyof Events]?: (event: Events[Type]) => WebhookReply | Promise<WebhookReply>;
} & { readonly otherwise?: (event: Event) => WebhookReply | Promise<WebhookReply> };

type AnyHandler = (event: ArrivedEvent) => WebhookReply | Promise<WebhookReply>;

/** The fields of an event that a test sends: any of them, at any depth, without the type. */
export type PayloadOf<Event> = Event extends unknown ? SomeFieldsOf<Omit<Event, "type">> : never;

type SomeFieldsOf<Value> = Value extends object
  ? { readonly [Field in keyof Value]?: SomeFieldsOf<Value[Field]> | undefined }
  : Value;

/** Receives the webhooks of an API. */
export interface WebhookReceiver<Events, Event> {
  /**
   * Verifies a delivery and returns its event.
   *
   * It rejects with a `WebhookError` if the delivery is refused, and with a `TypeError`, also in
   * `result()`, if the body was parsed or read before.
   */
  unwrap(request: WebhookRequest): EventPromise<Event>;
  /**
   * Creates a function that answers deliveries: 204, or what the event's function returns; 400 if
   * the delivery is refused; 500 if a function throws, so that the sender tries again. It takes a
   * `Request`, as fetch servers pass it, or the headers and the raw body.
   */
  handler(
    handlers: WebhookHandlers<Events, Event>,
    options?: HandlerOptions,
  ): (request: WebhookRequest) => Promise<Response>;
  /** Creates a delivery for tests, signed with the first secret. It may leave out fields. */
  sign<Type extends keyof Events & string>(
    type: Type,
    payload: PayloadOf<Events[Type]>,
    options?: SignOptions,
  ): Promise<Request>;
}

/**
 * Creates the receiver of an API. The emitted `webhooks` function declares the events.
 *
 * @param variable the environment variable with the secret.
 * @throws {TypeError} without a valid secret.
 * @throws {RangeError} if the tolerance isn't positive.
 */
export function receiver<Events, Event>(
  scheme: SignatureScheme,
  events: EventTypes,
  variable: string,
  { secret, tolerance = 300, verify = true }: WebhookOptions,
): WebhookReceiver<Events, Event> {
  if (!(tolerance > 0)) throw new RangeError("webhooks: tolerance must be positive");
  const keys = verify ? keysFrom(secret, scheme, variable) : [];

  async function read(request: WebhookRequest) {
    const { header, body } = await readRequest(request);
    const delivery = scheme.deliveryIn(header);
    if (verify) await verifyDelivery(scheme, keys, tolerance, delivery, body);
    const event = events.eventIn(payloadIn(body, events), delivery.id, header);
    return { event, id: delivery.id || event.id };
  }

  return {
    // The cast relies on the document: it declares the payload of each type.
    unwrap: (request) => eventPromise(read(request).then(({ event }) => event as Event)),
    // biome-ignore lint/suspicious/noConsole: the sender sees the failure, its developers don't
    handler: (handlers, { seen, onError = console.error } = {}) => {
      // The cast relies on the document, as that of `unwrap`.
      const byType = new Map<unknown, AnyHandler>(Object.entries(handlers as object));
      return async (request) => {
        try {
          const { event, id } = await read(request);
          const handle = byType.get(event.type) ?? byType.get("otherwise");
          const reply = (await seen?.(id)) ? undefined : await handle?.(event);
          return reply ?? new Response(null, { status: 204 });
        } catch (error) {
          onError(error);
          return error instanceof WebhookError
            ? new Response(error.message, { status: 400 })
            : new Response(null, { status: 500 });
        }
      };
    },
    sign: async (...delivery) => (await scheme.signer()).sign(scheme, keys[0], events, ...delivery),
  };
}

function keysFrom(
  secret: WebhookOptions["secret"],
  { keyFrom }: SignatureScheme,
  variable: string,
): SigningKey[] {
  try {
    const keys = [secret ?? process?.env?.[variable] ?? ""].flat().map(keyFrom);
    if (keys.length > 0 && keys.every(({ bytes }) => bytes.length > 0)) return keys;
  } catch {
    // The error would quote the secret, or Deno may not read the variable.
  }
  throw new TypeError(`webhooks: set secret, or ${variable}, to a valid signing secret`);
}

function payloadIn(body: Uint8Array, { parse = JSON.parse }: EventTypes): unknown {
  try {
    return parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body));
  } catch (cause) {
    throw new WebhookError("webhook-body", "the body isn't JSON", { cause });
  }
}
