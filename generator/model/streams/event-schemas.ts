import { isObject, type Json, type JsonObject, type Place } from "../../read/document/document.js";
import { follow } from "../../read/document/references.js";
import type { EventData, EventKind, ItemStream } from "../api/payload.js";
import type { Schema } from "../api/schema.js";
import { childOf, listIn, type ModelContext, ownPlace, textIn, textsIn } from "../node.js";
import { schemaIn } from "../schema/schemas.js";
import { isComposition, isObjectLike, typesIn } from "../schema/types.js";
import { valuesIn } from "../schema/values.js";

/** The events of a stream. */
type Events = Pick<ItemStream, "item" | "events" | "isOpen">;

/** The fields of an event (OpenAPI 3.2, Server-Sent Events). */
const eventFields: ReadonlySet<string> = new Set(["data", "event", "id", "retry"]);

/**
 * The events that a schema describes. If all its properties are fields of events, it describes the
 * event itself, else the event's `data`, as in most documents before OpenAPI 3.2.
 */
export function eventsFrom(context: ModelContext, media: Place, key: string): Events {
  const written = ownPlace(media, key);
  const variants = written ? variantsIn(context, written) : [];
  const isEvent = variants.length > 0 && variants.every(isEventVariant);
  return isEvent
    ? documentedEvents(context, media, key, variants)
    : eventsOfData(context, media, key);
}

/** One alternative of an event. */
interface Variant {
  /** Where the schema is written; for a merged variant, the last of its parts. */
  readonly place: Place;
  readonly isMerged: boolean;
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

/** More alternatives inside one another than any real document has. */
const deepest = 8;

/** The alternatives of a schema, each with the keywords next to it and of its `allOf`. */
function variantsIn(context: ModelContext, place: Place, depth = 0): Variant[] {
  const target = follow(context.document, place);
  if (target === null || depth === deepest) return [];
  const { node, pointer } = target;
  const inner = (key: string) =>
    listIn(node, key).flatMap((child, index) =>
      isObject(child) ? [{ node: child, pointer: `${pointer}/${key}/${index}` }] : [],
    );
  const own: Variant = {
    place,
    isMerged: false,
    properties: ownPlace(target, "properties")?.node ?? {},
    required: textsIn(node, "required"),
  };
  const whole = inner("allOf").reduce<Variant[]>(
    (before, member) =>
      before.flatMap((base) =>
        variantsIn(context, member, depth + 1).map((each) => merged(base, each)),
      ),
    [own],
  );
  const alternatives = [...inner("oneOf"), ...inner("anyOf")].flatMap((each) =>
    variantsIn(context, each, depth + 1),
  );
  if (alternatives.length === 0) return whole;
  return whole.flatMap((base) => alternatives.map((each) => merged(base, each)));
}

function merged(base: Variant, variant: Variant): Variant {
  if (Object.keys(base.properties).length === 0 && base.required.length === 0) return variant;
  const properties = { ...base.properties };
  for (const [name, value] of Object.entries(variant.properties)) {
    const before = properties[name];
    properties[name] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
  }
  const required = [...base.required, ...variant.required];
  return { place: variant.place, isMerged: true, properties, required };
}

function isEventVariant({ properties }: Variant): boolean {
  const names = Object.keys(properties);
  return (
    names.every((name) => eventFields.has(name)) &&
    (names.includes("data") || names.includes("event"))
  );
}

function documentedEvents(
  context: ModelContext,
  media: Place,
  key: string,
  variants: readonly Variant[],
): Events {
  const isRewritten = variants.some((each) => each.isMerged || hasJsonData(context, each));
  const events = variants.flatMap((variant) => kindsOf(context, variant));
  const items = variants.map((variant) => itemFrom(context, variant));
  const [only] = items;
  const union = { ...schemaIn(context, { node: {}, pointer: "" }, "schema"), members: items };
  return {
    item: !isRewritten
      ? schemaIn(context, media, key)
      : items.length === 1 && only
        ? only
        : { ...union, kind: "union" },
    events,
    isOpen: events.every(({ name }) => name !== null) && !isClosed(context, media, key),
  };
}

/** Whether a document says that there are no other events. */
function isClosed(context: ModelContext, media: Place, key: string): boolean {
  const schema = childOf(context, media, key);
  return schema !== null && textIn(schema.node, "x-speakeasy-unknown-values") === "disallow";
}

function itemFrom(context: ModelContext, variant: Variant): Schema {
  const { place, properties, required } = variant;
  const data = dataIn(context, variant);
  if (!variant.isMerged && !hasJsonData(context, variant)) {
    return schemaIn(context, { node: { item: place.node }, pointer: place.pointer }, "item");
  }
  const json = hasJsonData(context, variant)
    ? { data: { ...(data?.node["contentSchema"] as JsonObject) } }
    : {};
  const node = { type: "object", properties: { ...properties, ...json }, required };
  return schemaIn(context, { node: { item: node }, pointer: place.pointer }, "item");
}

function dataIn(context: ModelContext, { properties, place }: Variant): Place | null {
  return childOf(context, { node: properties, pointer: place.pointer }, "data");
}

/** Whether the data is JSON in a string (JSON Schema 2020-12, 8.4). */
function hasJsonData(context: ModelContext, variant: Variant): boolean {
  const node = dataIn(context, variant)?.node;
  return node !== undefined && isJsonText(node) && isObject(node["contentSchema"]);
}

function isJsonText(node: JsonObject): boolean {
  return /[/+]json\b/i.test(textIn(node, "contentMediaType") ?? "");
}

/** The names that the events of a variant have, and how their data is written. */
function kindsOf(context: ModelContext, variant: Variant): EventKind[] {
  const data = dataIn(context, variant);
  const event = childOf(
    context,
    { node: variant.properties, pointer: variant.place.pointer },
    "event",
  );
  const names = event ? valuesIn(event.node).filter((name) => typeof name === "string") : [];
  const kind = {
    data: data ? formatOf(context, data) : ("any" as const),
    isDataRequired: variant.required.includes("data"),
  };
  return names.length > 0 ? names.map((name) => ({ name, ...kind })) : [{ name: null, ...kind }];
}

/** Events of which only the data is described. */
function eventsOfData(context: ModelContext, media: Place, key: string): Events {
  const data = childOf(context, media, key);
  const node: JsonObject = {
    type: "object",
    required: ["data"],
    properties: {
      data: media.node[key] ?? {},
      event: { type: "string", description: "The type of the event." },
      id: { type: "string", description: "The id of the last event that had one." },
      retry: {
        type: "integer",
        description: "The delay before a new connection that the server asks for, in milliseconds.",
      },
    },
  };
  return {
    item: schemaIn(context, { node: { item: node }, pointer: media.pointer }, "item"),
    events: [{ name: null, data: data ? formatOf(context, data) : "any", isDataRequired: true }],
    isOpen: false,
  };
}

/** How a value of a schema is written as the data of an event. */
function formatOf(context: ModelContext, place: Place, depth = 0): EventData {
  const { node } = place;
  if (isJsonText(node)) return "json";
  const values = valuesIn(node);
  if (values.length > 0)
    return commonFormat(values.map((value) => textOr(typeof value === "string")));
  if (isComposition(node) && depth < deepest) return formatOfMembers(context, place, depth);
  const types = typesIn(node);
  if (types.length > 0) return commonFormat(types.map((type) => textOr(type === "string")));
  return isObjectLike(node, types) || Object.hasOwn(node, "items") ? "json" : "any";
}

/** One member of `allOf` that has a format decides; alternatives must all have the same format. */
function formatOfMembers(context: ModelContext, place: Place, depth: number): EventData {
  const formats = (key: string) =>
    listIn(place.node, key).flatMap((child: Json, index): EventData[] => {
      const written = isObject(child) && {
        node: child,
        pointer: `${place.pointer}/${key}/${index}`,
      };
      const target = written && follow(context.document, written);
      return target ? [formatOf(context, target, depth + 1)] : [];
    });
  const whole = formats("allOf").filter((format) => format !== "any");
  return whole[0] ?? commonFormat([...formats("oneOf"), ...formats("anyOf")]);
}

function textOr(isText: boolean): EventData {
  return isText ? "text" : "json";
}

function commonFormat(formats: readonly EventData[]): EventData {
  const [first = "any", ...others] = formats;
  return others.every((format) => format === first) ? first : "any";
}
