import type { EventTypes } from "./webhook-event.js";

/**
 * Events that name their type in a header and, most of them, an action in a field of the payload.
 *
 * @param types the event types by header and action: `issues.opened`, or `push` without an action.
 */
export function typeHeader(
  header: string,
  field: string,
  types: Readonly<Record<string, string>>,
): EventTypes {
  const known = new Map(Object.entries(types));
  return {
    typeIn: (payload, read) => {
      const name = read(header);
      const full = `${name}.${Object(payload)[field]}`;
      return known.has(full) || !known.has(name) ? full : name;
    },
    known,
    header,
    field,
  };
}
