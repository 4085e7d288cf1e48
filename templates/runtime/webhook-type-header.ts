import { type EventTypes, eventFrom } from "./webhook-event.js";

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
    eventIn: (payload, id, read) => {
      const name = read(header);
      const action = Object(payload)[field];
      const type = typeof action === "string" ? `${name}.${action}` : name;
      const rawType = name === "" ? undefined : type;
      return eventFrom(known.get(type) ?? known.get(name), rawType, payload, id);
    },
    header,
    field,
    types,
  };
}
