import { isObject, type Json, type JsonObject } from "../read/document/document.js";

/**
 * The document with operations whose method openapi-typescript doesn't know on paths of their own,
 * as if they were posted: `paths["query /pets"]["post"]`. The plan looks for them there, or by their
 * id.
 */
export function withOtherMethods(document: JsonObject): JsonObject {
  const { paths } = document;
  if (!isObject(paths)) return document;
  const entries = Object.entries(paths).flatMap(([path, item]): [string, Json][] => {
    const others = othersOn(path, isObject(item) ? referredItem(document, item) : {});
    return [[path, item], ...others];
  });
  return { ...document, paths: Object.fromEntries(entries) };
}

function othersOn(path: string, item: JsonObject): [string, Json][] {
  const { parameters, query, additionalOperations } = item;
  const others = {
    ...(query !== undefined && { query }),
    ...(isObject(additionalOperations) && additionalOperations),
  };
  return Object.entries(others).map(([method, post]) => [
    `${method} ${path}`,
    { ...(parameters !== undefined && { parameters }), post },
  ]);
}

/** The path item that a reference leads to, with what stands beside the reference. */
function referredItem({ components }: JsonObject, item: JsonObject): JsonObject {
  const { $ref, ...own } = item;
  const name =
    typeof $ref === "string" ? /^#\/components\/pathItems\/([^/]+)$/.exec($ref)?.[1] : null;
  const items = isObject(components) ? components["pathItems"] : null;
  const target = isObject(items) && name ? items[name] : null;
  return isObject(target) ? { ...target, ...own } : item;
}
