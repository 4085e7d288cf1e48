import type { Place } from "../../read/document/document.js";
import { sequenceFormatOf } from "../../read/document/sequential-media-types.js";
import type { ItemStream } from "../api/payload.js";
import { sentinelOf } from "../extensions.js";
import { childOf, type ModelContext } from "../node.js";
import { schemaIn } from "../schema/schemas.js";
import { isArray, typesIn } from "../schema/types.js";
import { eventsFrom } from "./event-schemas.js";

/** The items of a sequential media type; `null` for a body that is read as a whole. */
export function itemStreamIn(
  context: ModelContext,
  contentType: string,
  media: Place,
): ItemStream | null {
  const format = sequenceFormatOf(contentType);
  if (format === null) return null;
  const [place, key] = itemIn(context, media);
  const sentinel = sentinelOf(media.node);
  if (format === "events") return { format, sentinel, ...eventsFrom(context, place, key) };
  // A string schema means that the body is text; it doesn't describe an item of JSON Lines.
  const isText = typesIn(childOf(context, place, key)?.node ?? {})[0] === "string";
  const item = schemaIn(context, isText && key === "schema" ? { ...place, node: {} } : place, key);
  return { format, sentinel, item, events: [], isOpen: false };
}

/**
 * Where the schema of an item is: `itemSchema`, else the items of the whole if that is a list, else
 * `schema`.
 */
function itemIn(context: ModelContext, media: Place): [place: Place, key: string] {
  if (Object.hasOwn(media.node, "itemSchema")) return [media, "itemSchema"];
  const whole = childOf(context, media, "schema");
  return whole && isArray(whole.node, typesIn(whole.node)) && Object.hasOwn(whole.node, "items")
    ? [whole, "items"]
    : [media, "schema"];
}
