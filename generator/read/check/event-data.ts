import { isObject, pointerTo } from "../document/document.js";
import { sequenceFormatOf } from "../document/sequential-media-types.js";
import { type Visit, walk } from "../document/walk.js";

/**
 * Whether a schema is that of the JSON in the `data` of an event, which gives the event its type:
 * the event's schema is written in an event stream, or an event stream refers to it.
 */
export function isEventData(visit: Visit): boolean {
  const { node, key } = visit;
  const isJson = isObject(node) && /[/+]json\b/i.test(String(node["contentMediaType"]));
  if (!isJson || key !== "data") return false;
  const around = ancestorsOf(visit);
  if (around.some(isEventStream)) return true;
  const document = around.at(-1)?.node;
  const name = nameIn(around);
  return (
    document !== undefined &&
    name !== undefined &&
    walk(document, "outside-in").some(
      (each) =>
        isObject(each.node) &&
        each.node["$ref"] === `#${pointerTo("/components/schemas", name)}` &&
        ancestorsOf(each).some(isEventStream),
    )
  );
}

function isEventStream({ key }: Visit): boolean {
  return sequenceFormatOf(key) === "events";
}

/** The containers around a part of a document, innermost first. */
function ancestorsOf({ parent }: Visit): Visit[] {
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

/** The name of the component schema that contains a part. */
function nameIn(around: readonly Visit[]): string | undefined {
  return around.find(
    ({ parent }) => parent?.key === "schemas" && parent.parent?.key === "components",
  )?.key;
}
