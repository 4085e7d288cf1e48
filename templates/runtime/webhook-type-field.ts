import type { EventTypes } from "./webhook-event.js";

/** Events that name their type in a field of the payload. */
export function typeField(field: string, types: readonly string[]): EventTypes {
  return {
    typeIn: (payload) => Object(payload)[field],
    known: new Map(types.map((type) => [type, type])),
    field,
  };
}
