import { errorAt, type Problem } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type JsonObject, pointerTo } from "../document/document.js";
import { kindBelow } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";

/** Paths whose reference leads to something other than a path item, such as a schema. */
export function pathRefProblems(document: JsonObject): Problem[] {
  const { paths } = document;
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) => {
    if (!isObject(item) || typeof item["$ref"] !== "string") return [];
    const pointer = pointerTo("/paths", path);
    const target = follow(document, { node: item, pointer });
    if (target === null || isPathItem(target.node)) return [];
    const message = `the path ${quoted(path)} refers to ${quoted(item["$ref"])}, which isn't a path item: its keys are methods, such as \`get\``;
    return [errorAt(pointerTo(pointer, "$ref"), message)];
  });
}

const otherKeys: ReadonlySet<string> = new Set("summary servers".split(" "));

/** Any key of a path item is enough, and so is an empty object. */
function isPathItem(node: JsonObject): boolean {
  const keys = Object.keys(node).filter((key) => !key.startsWith("x-"));
  return (
    keys.length === 0 ||
    keys.some((key) => otherKeys.has(key) || kindBelow("pathItem", key) !== "unknown")
  );
}
