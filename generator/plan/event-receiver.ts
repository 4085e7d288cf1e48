import type { WebhookEvent, Webhooks } from "../model/api/webhooks.js";

/**
 * The emitted function that receives an event: `webhooks` if deliveries name it or there is no
 * other, else `receiverOf`, at a URL that receives no other event.
 */
export function eventReceiver(
  { sentAs }: WebhookEvent,
  { events }: Webhooks,
): "webhooks" | "receiverOf" {
  return sentAs !== null || events.length === 1 ? "webhooks" : "receiverOf";
}
