import sampler from "openapi-sampler";
import { isObject, type JsonObject, type Place } from "../../generator/read/document/document.js";
import { follow } from "../../generator/read/document/references.js";

/** Whether a media type is a sequence of items (OpenAPI 3.2, Sequential Media Types). */
export function isSequential(type: string): boolean {
  return /event-stream|jsonl|ndjson|json-seq/i.test(type);
}

/** A body with two items. */
export function sequenceOf(type: string, media: Place, document: JsonObject): string {
  const item = itemSchema(media.node, document);
  const one = textOf(type, item, document);
  const sentinel = media.node["x-speakeasy-sse-sentinel"];
  const end = typeof sentinel !== "string" ? "" : `data: ${sentinel}\n\n`;
  return one + one + (/event-stream/i.test(type) ? end : "");
}

function itemSchema({ itemSchema: item, schema }: JsonObject, document: JsonObject): JsonObject {
  if (isObject(item)) return item;
  const whole = resolved(isObject(schema) ? schema : {}, document);
  return isObject(whole["items"]) ? whole["items"] : isObject(schema) ? schema : {};
}

function textOf(type: string, item: JsonObject, document: JsonObject): string {
  const json = () => JSON.stringify(sampled(item, document) ?? null);
  if (/json-seq/i.test(type)) return `\x1e${json()}\n`;
  if (!/event-stream/i.test(type)) return `${json()}\n`;
  const event = firstAlternative(item, document);
  const properties = isObject(event["properties"]) ? event["properties"] : {};
  const names = Object.keys(properties);
  const isEvent = names.includes("data") && names.every((name) => fields.has(name));
  if (!isEvent) return `data: ${json()}\n\n`;
  const sample = sampled(event, document);
  return `${Object.entries(isObject(sample) ? { ...sample, ...jsonData(properties, document) } : {})
    .map(
      ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}\n`,
    )
    .join("")}\n`;
}

const fields = new Set(["data", "event", "id", "retry"]);

/** JSON in a text, as its `contentSchema` has it. */
function jsonData({ data }: JsonObject, document: JsonObject): JsonObject {
  const content = isObject(data) ? data["contentSchema"] : undefined;
  return isObject(content) ? { data: JSON.stringify(sampled(content, document)) } : {};
}

function firstAlternative(schema: JsonObject, document: JsonObject): JsonObject {
  const target = resolved(schema, document);
  const [first] = [target["oneOf"], target["anyOf"]].flatMap((list) =>
    Array.isArray(list) ? list.filter((each) => isObject(each)) : [],
  );
  return first ? resolved(first, document) : target;
}

function resolved(node: JsonObject, document: JsonObject): JsonObject {
  return follow(document, { node, pointer: "" })?.node ?? node;
}

function sampled(schema: JsonObject, document: JsonObject): JsonObject[string] {
  // The casts: the types of the sampler know JSON Schema alone, and its samples are JSON.
  return sampler.sample(
    schema as object,
    { skipWriteOnly: true, quiet: true },
    document,
  ) as JsonObject[string];
}
