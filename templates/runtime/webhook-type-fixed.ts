import { type EventTypes, eventFrom } from "./webhook-event.js";

/** The one event that a URL receives: its deliveries name no type. */
export function typeFixed(type: string): EventTypes {
  return { eventIn: (payload, id) => eventFrom(type, type, payload, id) };
}
