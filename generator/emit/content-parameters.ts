import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import { inEach } from "./in-each.js";

/**
 * The document with parameters that have a `content` described by its schema: openapi-typescript
 * takes them for texts, and so would ask callers for what is written of their values. What is the
 * whole of a query (OpenAPI 3.2) it doesn't know: that is one of its parameters here.
 */
export function withContentParameters(document: JsonObject): JsonObject {
  const { paths, components } = document;
  return {
    ...document,
    ...(isObject(paths) && { paths: inEach(paths, inItem) }),
    ...(isObject(components) && { components: inComponents(components) }),
  };
}

function inComponents(components: JsonObject): JsonObject {
  const { parameters, pathItems } = components;
  return {
    ...components,
    ...(isObject(parameters) && { parameters: inEach(parameters, withSchema) }),
    ...(isObject(pathItems) && { pathItems: inEach(pathItems, inItem) }),
  };
}

function inItem(item: Json): Json {
  return inEach(withParameters(item), withParameters);
}

/** A path item or an operation; whatever else stands beside them has no parameters. */
function withParameters(node: Json): Json {
  if (!isObject(node) || !Array.isArray(node["parameters"])) return node;
  return { ...node, parameters: node["parameters"].map(withSchema) };
}

function withSchema(parameter: Json): Json {
  if (!isObject(parameter) || !isObject(parameter["content"])) return parameter;
  const [media] = Object.values(parameter["content"]);
  const placed = parameter["in"] === "querystring" ? { ...parameter, in: "query" } : parameter;
  const { content: _, ...rest } = placed;
  return isObject(media) && media["schema"] !== undefined
    ? { schema: media["schema"], ...rest }
    : placed;
}
