import type { Place } from "../read/document.js";
import type { Content, Example } from "./api.js";
import { childOf, entriesOf, type Reading, valueIn } from "./node.js";
import { schemaIn } from "./schemas.js";

/** The media type that the SDK speaks where a document offers several: JSON, else the first. */
export function contentIn(reading: Reading, place: Place): Content | null {
  const offered = entriesOf(reading, childOf(reading, place, "content"));
  const [contentType, media] = offered.find(([type]) => isJson(type)) ?? offered[0] ?? [];
  if (contentType === undefined || media === undefined) return null;
  const schema = schemaIn(reading, media, "schema");
  return { contentType, schema, example: exampleIn(reading, media) ?? schema.example };
}

/** `application/json`, `application/problem+json`, with or without parameters, and whatever may be JSON. */
export function isJson(contentType: string): boolean {
  return /^(application\/json|[^;]*\+json|text\/json|\*\/\*|application\/\*)\s*(;|$)/i.test(
    contentType.trim(),
  );
}

/** The example of a parameter or media type, else the first of its named ones. */
export function exampleIn(reading: Reading, place: Place): Example | null {
  const own = valueIn(place.node, "example");
  if (own !== null) return own;
  const named = entriesOf(reading, childOf(reading, place, "examples"));
  return (
    named.map(([, example]) => valueIn(example.node, "value")).find((value) => value !== null) ??
    null
  );
}
