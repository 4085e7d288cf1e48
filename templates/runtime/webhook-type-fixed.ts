import type { EventTypes } from "./webhook-event.js";

/** The one event that a URL receives: its deliveries name no type. */
export function typeFixed(type: string): EventTypes {
  return { typeIn: () => type, known: new Map([[type, type]]) };
}
