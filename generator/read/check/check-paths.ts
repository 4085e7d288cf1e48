import { pointerTo } from "../../pointer.js";
import { errorAt, type Problem } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { httpMethods, kindBelow } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";
import { serverProblems } from "./check-servers.js";

/** A section with path items: `paths` or `webhooks`. */
interface Section {
  readonly pointer: string;
  /** The noun for one of its keys. */
  readonly what: string;
}

/** Checks the structure of path items and of their operations. */
export function pathProblems(section: Json | undefined, { pointer, what }: Section): Problem[] {
  if (section === undefined) return [];
  if (!isObject(section)) {
    return [errorAt(pointer, `\`${pointer.slice(1)}\` is not an object: its keys are ${what}s`)];
  }
  return Object.entries(section).flatMap(([name, item]) => {
    if (name.startsWith("x-")) return [];
    const itemPointer = pointerTo(pointer, name);
    if (isObject(item)) return itemProblems(item, name, itemPointer);
    return [
      errorAt(
        itemPointer,
        `the ${what} ${quoted(name)} is not an object: its keys are methods, such as \`get\``,
      ),
    ];
  });
}

/** Operations with other methods, listed by name since OpenAPI 3.2 (`additionalOperations`). */
function additionalProblems(additional: Json | undefined, name: string, item: string): Problem[] {
  if (additional === undefined) return [];
  const pointer = pointerTo(item, "additionalOperations");
  if (!isObject(additional)) {
    const remedy = "its keys are methods, such as `COPY`";
    return [errorAt(pointer, `\`additionalOperations\` is not an object: ${remedy}`)];
  }
  return Object.entries(additional).flatMap(([method, operation]) => {
    const itemPointer = pointerTo(pointer, method);
    if (isObject(operation)) return serverProblems(operation["servers"], `${itemPointer}/servers`);
    const what = `the operation ${quoted(method)} of ${quoted(name)}`;
    return [errorAt(itemPointer, `${what} is not an object: describe it`)];
  });
}

function itemProblems(item: JsonObject, name: string, pointer: string): Problem[] {
  const operations = httpMethods.flatMap((method) => {
    const operation = item[method];
    const itemPointer = pointerTo(pointer, method);
    if (operation === undefined) return [];
    if (isObject(operation)) return serverProblems(operation["servers"], `${itemPointer}/servers`);
    return [
      errorAt(
        itemPointer,
        `the operation ${method} of ${quoted(name)} is not an object: describe it`,
      ),
    ];
  });
  const additional = additionalProblems(item["additionalOperations"], name, pointer);
  return [...serverProblems(item["servers"], `${pointer}/servers`), ...operations, ...additional];
}

/** Paths that refer to something other than a path item, such as a schema. */
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

/** Accepts an object with any key of a path item, or without keys. */
function isPathItem(node: JsonObject): boolean {
  const keys = Object.keys(node).filter((key) => !key.startsWith("x-"));
  return (
    keys.length === 0 ||
    keys.some((key) => otherKeys.has(key) || kindBelow("pathItem", key) !== "unknown")
  );
}
