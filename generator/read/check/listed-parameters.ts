import { pointerTo } from "../../pointer.js";
import { isObject, type JsonObject, type Place } from "../document/document.js";
import { kindBelow } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";

/** An entry of a parameter list, together with its resolved target. */
export interface ListedParameter {
  readonly entry: JsonObject;
  readonly pointer: string;
  readonly target: Place;
  readonly name: string;
  readonly in: string;
}

/** The operations of a path item. */
export function operationsIn({ node, pointer }: Place): Place[] {
  return Object.entries(node).flatMap(([key, value]): Place[] => {
    const kind = kindBelow("pathItem", key);
    if (kind === "operation" && isObject(value)) {
      return [{ node: value, pointer: pointerTo(pointer, key) }];
    }
    return kind === "operations" && isObject(value)
      ? Object.entries(value).flatMap(([method, each]): Place[] =>
          isObject(each) ? [{ node: each, pointer: pointerTo(pointer, key, method) }] : [],
        )
      : [];
  });
}

/** The parameters that a path item or an operation lists, without those of the other. */
export function listedIn(document: JsonObject, { node, pointer }: Place): ListedParameter[] {
  const list = Array.isArray(node["parameters"]) ? node["parameters"] : [];
  return list.flatMap((entry, index): ListedParameter[] => {
    if (!isObject(entry)) return [];
    const entryPointer = pointerTo(pointer, "parameters", index);
    const target = follow(document, { node: entry, pointer: entryPointer });
    const { name, in: location } = target?.node ?? {};
    if (target === null || typeof name !== "string" || typeof location !== "string") return [];
    return [{ entry, pointer: entryPointer, target, name, in: location }];
  });
}
