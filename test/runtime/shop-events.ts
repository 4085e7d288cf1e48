import type { UnknownEvent } from "../../templates/runtime/webhook-event.js";
import { receiver, type WebhookOptions } from "../../templates/runtime/webhook-receiver.js";
import type { SignatureScheme } from "../../templates/runtime/webhook-scheme.js";
import { standard } from "../../templates/runtime/webhook-standard.js";
import { typeField } from "../../templates/runtime/webhook-type-field.js";

/** The secret of the example in the Standard Webhooks specification. */
export const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

export interface OrderPaid {
  type: "order.paid";
  readonly id: string;
  data: { id: string };
}

export interface OrderShipped {
  type: "order.shipped";
  readonly id: string;
  data: { carrier: string };
}

interface ShopEvents {
  "order.paid": OrderPaid;
  "order.shipped": OrderShipped;
}

type ShopEvent = OrderPaid | OrderShipped | UnknownEvent;

const events = typeField("type", ["order.paid", "order.shipped"]);

/** The receiver of a shop with two events, as the generator emits it. */
export function webhooks(options: WebhookOptions = {}, scheme: SignatureScheme = standard) {
  return receiver<ShopEvents, ShopEvent>(scheme, events, "SHOP_WEBHOOK_SIGNING_SECRET", options);
}

/** The headers and the body of a delivery. */
export async function partsOf(request: Request): Promise<Parts> {
  return { headers: Object.fromEntries(request.headers), body: await request.text() };
}

interface Parts {
  readonly headers: Record<string, string>;
  readonly body: string;
}
