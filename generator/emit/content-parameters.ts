import { isObject, type Json, type JsonObject } from "../read/document.js";

/**
 * The document with parameters that have a `content` described by its schema: openapi-typescript
 * takes them for texts, and so would ask callers for what is written of their values.
 */
export function withContentParameters(document: JsonObject): JsonObject {
  const { paths, components } = document;
  return {
    ...document,
    ...(isObject(paths) && {
      paths: inEach(paths, (item) => inEach(withParameters(item), withParameters)),
    }),
    ...(isObject(components) &&
      isObject(components["parameters"]) && {
        components: { ...components, parameters: inEach(components["parameters"], withSchema) },
      }),
  };
}

/** A path item or an operation; whatever else stands beside them has no parameters. */
function withParameters(node: Json): Json {
  if (!isObject(node) || !Array.isArray(node["parameters"])) return node;
  return { ...node, parameters: node["parameters"].map(withSchema) };
}

function withSchema(parameter: Json): Json {
  if (!isObject(parameter) || !isObject(parameter["content"])) return parameter;
  const [media] = Object.values(parameter["content"]);
  const { content: _, ...rest } = parameter;
  return isObject(media) && media["schema"] !== undefined
    ? { schema: media["schema"], ...rest }
    : parameter;
}

function inEach(map: Json, change: (value: Json) => Json): Json {
  if (!isObject(map)) return map;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
