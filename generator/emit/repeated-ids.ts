import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import { inEach } from "./in-each.js";

/**
 * The document without the `operationId`s that were used before, or are no text: openapi-typescript
 * would declare one name twice. Nor does it find one again that has a `%`, which it takes for the
 * escape of a URL. What has none it spells below `paths`, and so does the plan.
 */
export function withoutRepeatedIds(document: JsonObject): JsonObject {
  const taken = new Set<Json>();
  const distinct = (operation: Json): Json => {
    if (!isObject(operation) || !Object.hasOwn(operation, "operationId")) return operation;
    const { operationId: id = null, ...rest } = operation;
    if (typeof id !== "string" || /^\s*$|%/.test(id) || taken.has(id)) return rest;
    taken.add(id);
    return operation;
  };
  const inItem = (item: Json): Json =>
    inEach(item, (part, key) =>
      key === "additionalOperations" ? inEach(part, distinct) : distinct(part),
    );
  const { paths, webhooks } = document;
  return {
    ...document,
    ...(isObject(paths) && { paths: inEach(paths, inItem) }),
    ...(isObject(webhooks) && { webhooks: inEach(webhooks, inItem) }),
  };
}
