import type { EventTypes } from "./webhook-event.js";

/** Events of which some have their payload in `payload`, next to `type` and `id`. */
export function nestedPayloads(events: EventTypes, nested: readonly string[]): EventTypes {
  return {
    ...events,
    eventIn: (payload, id, header) => {
      const event = events.eventIn(payload, id, header);
      const { type } = event;
      return type !== undefined && nested.includes(type) ? { type, id, payload } : event;
    },
    nested,
  };
}
