import { didYouMean, type Suggest, suggester } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject, type Place } from "../document/document.js";
import { follow } from "../document/references.js";
import type { Finding, Replacement } from "./finding.js";
import { intendedPaths } from "./intended-path.js";
import { type ListedParameter, listedIn, operationsIn } from "./listed-parameters.js";

/**
 * Parameters that don't match their path (OpenAPI 3.1.1, Path Templating): a placeholder without a
 * parameter becomes a required string, and a path parameter without a placeholder is left out.
 */
export function parameterMistakes(document: JsonObject): Finding[] {
  const { paths } = document;
  const suggest = suggester();
  const read = intendedPaths(document);
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) => {
    if (path.startsWith("x-") || !isObject(item)) return [];
    const place = follow(document, { node: item, pointer: pointerTo("/paths", path) });
    return place === null ? [] : mistakesIn(document, read.get(path) ?? path, place, suggest);
  });
}

function mistakesIn(document: JsonObject, path: string, item: Place, suggest: Suggest): Finding[] {
  const names = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""));
  const template = { path, names, suggest };
  const shared = listedIn(document, item);
  const operations = operationsIn(item).map((place) => ({ place, own: listedIn(document, place) }));
  return [
    ...[{ place: item, own: shared }, ...operations].flatMap(({ place, own }) => [
      ...duplicates(own),
      ...own.flatMap(contentMistakes),
      ...own.flatMap((each) => ignoredCredential(document, each)),
      ...unused(own, template, place),
    ]),
    ...operations.flatMap(({ place, own }) => undeclared([...shared, ...own], template, place)),
  ];
}

function duplicates(listed: readonly ListedParameter[]): Finding[] {
  const last = new Map(listed.map((each) => [`${each.in} ${each.name}`, each]));
  return listed.flatMap((each): Finding[] => {
    if (last.get(`${each.in} ${each.name}`) === each) return [];
    const message = `the ${each.in} parameter ${quoted(each.name)} is listed twice and the last one is used: remove one of them`;
    return [{ problem: warningAt(each.pointer, message, "duplicate-parameter"), fix: null }];
  });
}

/** A header `Authorization` is never a parameter (OpenAPI 3.1.1, Parameter Object). */
function ignoredCredential(document: JsonObject, listed: ListedParameter): Finding[] {
  const { components } = document;
  const hasSchemes = isObject(components) && components["securitySchemes"] !== undefined;
  if (listed.in !== "header" || !/^authorization$/i.test(listed.name) || hasSchemes) return [];
  const message = `the header parameter ${quoted(listed.name)} is left out: describe a security scheme, so that clients have an option for the credential`;
  return [{ problem: warningAt(listed.target.pointer, message, "ignored-header"), fix: null }];
}

/** A parameter has one schema: in `schema`, or in `content` (OpenAPI 3.1.1, Parameter Object). */
function contentMistakes({ target, name, in: place }: ListedParameter): Finding[] {
  const { schema, content } = target.node;
  const what = `the ${place} parameter ${quoted(name)}`;
  if (schema === undefined && content === undefined) {
    const message = `${what} has no schema, so its type is \`unknown\`: add a \`schema\``;
    return [{ problem: warningAt(target.pointer, message, "parameter-without-schema"), fix: null }];
  }
  const types = isObject(content) ? Object.keys(content) : [];
  const left = schema !== undefined && types.length > 0 ? "`schema`" : types[1];
  if (left === undefined) return [];
  const message = `${what} has several schemas, and only one of \`content\` is used: remove ${left} or the other`;
  return [{ problem: warningAt(target.pointer, message, "parameter-with-schemas"), fix: null }];
}

/** The template of a path. */
interface Template {
  readonly path: string;
  readonly names: ReadonlySet<string>;
  readonly suggest: Suggest;
}

function unused(
  listed: readonly ListedParameter[],
  { path, names, suggest }: Template,
  { node }: Place,
): Finding[] {
  const words = [...names];
  const unusedEntries = new Set<Json>();
  const findings = listed.flatMap(({ entry, pointer, target, ...parameter }): Finding[] => {
    if (parameter.in !== "path") return [];
    const optional = optionalPathParameter(target, parameter.name);
    if (names.has(parameter.name)) return optional;
    const otherwise = `write {${parameter.name}} in the path, or remove the parameter`;
    const remedy = didYouMean(suggest(parameter.name, words), otherwise);
    const message = `the path parameter ${quoted(parameter.name)} is not in the path ${quoted(path)} and is left out: ${remedy}`;
    unusedEntries.add(entry);
    const problem = warningAt(pointer, message, "unused-path-parameter");
    return [{ problem, fix: null }, ...optional];
  });
  const without = (list: Json | undefined) =>
    Array.isArray(list) ? list.filter((each) => !unusedEntries.has(each)) : list;
  return [...findings, ...fixOf(node, unusedEntries.size, without)];
}

/** One fix of a list for all that is wrong with it, because each one copies the list. */
function fixOf(node: JsonObject, faults: number, replace: Replacement): Finding[] {
  return faults === 0 ? [] : [{ problem: null, fix: { node, key: "parameters", replace } }];
}

/** Path parameters are always required: a path needs all of its values. */
function optionalPathParameter({ node, pointer }: Place, name: string): Finding[] {
  if (node["required"] === true) return [];
  const message = `the path parameter ${quoted(name)} is treated as required: write \`required: true\``;
  return [{ problem: warningAt(pointer, message, "optional-path-parameter"), fix: null }];
}

function undeclared(
  listed: readonly ListedParameter[],
  { names, suggest }: Template,
  { node, pointer }: Place,
): Finding[] {
  const inPath = listed.filter((each) => each.in === "path");
  const declared = new Set(inPath.map(({ name }) => name));
  const unmatched = [...declared].filter((name) => !names.has(name));
  const missing = [...names].filter((name) => !declared.has(name));
  const findings = missing.map((name): Finding => {
    const remedy = didYouMean(suggest(name, unmatched), "declare it with `in: path`");
    const message = `the path has {${name}}, which no parameter declares; it is treated as a required string: ${remedy}`;
    return { problem: warningAt(pointer, message, "undeclared-path-parameter"), fix: null };
  });
  const schema = { type: "string" };
  const added = missing.map((name) => ({ name, in: "path", required: true, schema }));
  const replace = (list: Json | undefined) => [...(Array.isArray(list) ? list : []), ...added];
  return [...findings, ...fixOf(node, missing.length, replace)];
}
