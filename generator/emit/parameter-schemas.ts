import { isObject, type Json, type JsonObject } from "../read/document.js";

/**
 * The document with the schema of each parameter where openapi-typescript looks for it: it takes one
 * that is described by its content for a text, and passes by what is the whole of a query.
 */
export function withParameterSchemas(document: JsonObject): JsonObject {
  const { paths, webhooks, components } = document;
  return {
    ...document,
    ...(isObject(paths) && { paths: inEach(paths, inItem) }),
    ...(isObject(webhooks) && { webhooks: inEach(webhooks, inItem) }),
    ...(isObject(components) && { components: inComponents(components) }),
  };
}

function inComponents(components: JsonObject): JsonObject {
  const { parameters, pathItems } = components;
  return {
    ...components,
    ...(isObject(parameters) && { parameters: inEach(parameters, plain) }),
    ...(isObject(pathItems) && { pathItems: inEach(pathItems, inItem) }),
  };
}

/** The parameters of a path item, and those of its operations. */
function inItem(item: Json): Json {
  return inEach(inOperation(item), inOperation);
}

function inOperation(operation: Json): Json {
  if (!isObject(operation) || !Array.isArray(operation["parameters"])) return operation;
  return { ...operation, parameters: operation["parameters"].map(plain) };
}

function plain(parameter: Json): Json {
  if (!isObject(parameter)) return parameter;
  const { in: place, content, schema } = parameter;
  const [media] = isObject(content) ? Object.values(content) : [];
  const own = isObject(media) ? media["schema"] : undefined;
  return {
    ...parameter,
    ...(place === "querystring" && { in: "query" }),
    ...(schema === undefined && own !== undefined && { schema: own }),
  };
}

function inEach(map: Json, change: (value: Json) => Json): Json {
  if (!isObject(map)) return map;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
