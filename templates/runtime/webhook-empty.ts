import type { EventTypes } from "./webhook-event.js";

/** Events of which some have no payload: their deliveries have an empty body. */
export function emptyBodies(events: EventTypes): EventTypes {
  return { ...events, parse: (body) => (body === "" ? undefined : JSON.parse(body)) };
}
