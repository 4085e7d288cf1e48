import { didYouMean } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject, type Place } from "../document/document.js";
import { kindBelow } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";
import type { Finding } from "./finding.js";

/** An entry of a parameter list, together with its resolved target. */
interface ListedParameter {
  readonly entry: JsonObject;
  readonly pointer: string;
  readonly target: Place;
  readonly name: string;
  readonly in: string;
}

/**
 * Parameters that don't match their path (OpenAPI 3.1.1, Path Templating): a placeholder without a
 * parameter becomes a required string, and a path parameter without a placeholder is left out.
 */
export function parameterMistakes(document: JsonObject): Finding[] {
  const { paths } = document;
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) => {
    if (!path.startsWith("/") || !isObject(item)) return [];
    const place = follow(document, { node: item, pointer: pointerTo("/paths", path) });
    return place === null ? [] : mistakesIn(document, path, place);
  });
}

function mistakesIn(document: JsonObject, path: string, item: Place): Finding[] {
  const template = [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""))];
  const shared = listedIn(document, item);
  const operations = operationsIn(item).map((place) => ({ place, own: listedIn(document, place) }));
  return [
    ...[{ place: item, own: shared }, ...operations].flatMap(({ place, own }) => [
      ...duplicates(own),
      ...unused(own, path, template, place),
    ]),
    ...operations.flatMap(({ place, own }) => undeclared([...shared, ...own], template, place)),
  ];
}

function operationsIn({ node, pointer }: Place): Place[] {
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

function listedIn(document: JsonObject, { node, pointer }: Place): ListedParameter[] {
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

function duplicates(listed: readonly ListedParameter[]): Finding[] {
  const last = new Map(listed.map((each) => [`${each.in} ${each.name}`, each]));
  return listed.flatMap((each): Finding[] => {
    if (last.get(`${each.in} ${each.name}`) === each) return [];
    const message = `the ${each.in} parameter ${quoted(each.name)} is listed twice and the last one is used: remove one of them`;
    return [{ problem: warningAt(each.pointer, message, "duplicate-parameter"), fix: null }];
  });
}

function unused(
  listed: readonly ListedParameter[],
  path: string,
  template: readonly string[],
  { node }: Place,
): Finding[] {
  return listed.flatMap(({ entry, pointer, target, ...parameter }): Finding[] => {
    if (parameter.in !== "path") return [];
    const optional = optionalPathParameter(target, parameter.name);
    if (template.includes(parameter.name)) return optional;
    const otherwise = `write {${parameter.name}} in the path, or remove the parameter`;
    const remedy = didYouMean(parameter.name, template, otherwise);
    const message = `the path parameter ${quoted(parameter.name)} is not in the path ${quoted(path)} and is left out: ${remedy}`;
    const without = (list: Json | undefined) =>
      Array.isArray(list) ? list.filter((each) => each !== entry) : list;
    const fix = { node, key: "parameters", replace: without };
    return [{ problem: warningAt(pointer, message, "unused-path-parameter"), fix }, ...optional];
  });
}

/** Path parameters are always required: a path needs all of its values. */
function optionalPathParameter({ node, pointer }: Place, name: string): Finding[] {
  if (node["required"] === true) return [];
  const message = `the path parameter ${quoted(name)} is treated as required: write \`required: true\``;
  return [{ problem: warningAt(pointer, message, "optional-path-parameter"), fix: null }];
}

function undeclared(
  listed: readonly ListedParameter[],
  template: readonly string[],
  { node, pointer }: Place,
): Finding[] {
  const declared = listed.filter((each) => each.in === "path").map(({ name }) => name);
  const unmatched = declared.filter((name) => !template.includes(name));
  return template.flatMap((name): Finding[] => {
    if (declared.includes(name)) return [];
    const remedy = didYouMean(name, unmatched, "declare it with `in: path`");
    const message = `the path has {${name}}, which no parameter declares; it is treated as a required string: ${remedy}`;
    const added = { name, in: "path", required: true, schema: { type: "string" } };
    const replace = (list: Json | undefined) => [...(Array.isArray(list) ? list : []), added];
    const fix = { node, key: "parameters", replace };
    return [{ problem: warningAt(pointer, message, "undeclared-path-parameter"), fix }];
  });
}
