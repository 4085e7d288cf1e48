import { type EventTypes, eventFrom } from "./webhook-event.js";

/** Events that name their type in a field of the payload. */
export function typeField(field: string, types: readonly string[]): EventTypes {
  return {
    eventIn: (payload, id) => {
      const named = Object(payload)[field];
      return eventFrom(
        types.find((type) => type === named),
        named,
        payload,
        id,
      );
    },
    field,
  };
}
