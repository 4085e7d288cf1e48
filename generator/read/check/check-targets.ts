import { didYouMean, type Suggest, suggester } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { targetOf } from "../document/references.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/** What a document defines. */
interface Definitions {
  readonly schemas: Names;
  readonly operations: Names;
}

interface Names {
  readonly has: (name: string) => boolean;
  /** The one that was probably meant. */
  readonly nearest: (name: string) => string | null;
}

/** Discriminator mappings and links whose target doesn't exist. */
export function targetMistakes(document: JsonObject): Finding[] {
  const suggest = suggester();
  const definitions = {
    schemas: namesOf(schemaNamesIn(document), suggest),
    operations: namesOf(operationIdsIn(document), suggest),
  };
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    if (!isObject(node)) return [];
    if (kind === "discriminator")
      return findings(mappingProblems(document, node, visit, definitions));
    return kind === "link" ? findings(linkProblems(document, node, visit, definitions)) : [];
  });
}

function namesOf(names: readonly string[], suggest: Suggest): Names {
  const all = new Set(names);
  return { has: (name) => all.has(name), nearest: (name) => suggest(name, names) };
}

function findings(problems: readonly Problem[]): Finding[] {
  return problems.map((problem) => ({ problem, fix: null }));
}

function mappingProblems(
  document: JsonObject,
  node: JsonObject,
  visit: Visit,
  { schemas }: Definitions,
): Problem[] {
  const { mapping, defaultMapping } = node;
  const rows: readonly (readonly [Json, readonly string[]])[] = [
    ...Object.entries(isObject(mapping) ? mapping : {}).map(
      ([value, target]) => [target, ["mapping", value]] as const,
    ),
    ...(defaultMapping === undefined ? [] : [[defaultMapping, ["defaultMapping"]] as const]),
  ];
  return rows.flatMap(([target, keys]) => {
    if (typeof target === "string" && refersToSchema(document, target, schemas)) return [];
    // The model reports extensions in the wrong place.
    if (keys.at(-1)?.startsWith("x-")) return [];
    const written = typeof target === "string" ? quoted(target) : "a value that isn't text";
    const name = typeof target === "string" ? target.slice(target.lastIndexOf("/") + 1) : "";
    const intended = schemas.nearest(name) ?? schemas.nearest(keys.at(-1) ?? "");
    const remedy = didYouMean(intended, "name a schema");
    const what = `the mapping of ${quoted(keys.at(-1) ?? "")} refers to ${written}, which isn't a schema, and is ignored`;
    const pointer = pointerTo(pointerOf(visit), ...keys);
    return [warningAt(pointer, `${what}: ${remedy}`, "unresolved-mapping")];
  });
}

function schemaNamesIn({ components }: JsonObject): readonly string[] {
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) ? Object.keys(schemas) : [];
}

/** Accepts a name or a reference; the bundler checks references to other files. */
function refersToSchema(document: JsonObject, target: string, schemas: Names): boolean {
  if (schemas.has(target)) return true;
  const { kind } = targetOf(document, target);
  return kind === "object" || kind === "boolean" || (kind === "elsewhere" && /[/.]/.test(target));
}

function operationIdsIn(document: JsonObject): readonly string[] {
  return walk(document, "outside-in").flatMap(({ node, kind }) => {
    const id = kind === "operation" && isObject(node) ? node["operationId"] : undefined;
    return typeof id === "string" ? [id] : [];
  });
}

/** Checks the target of a link (OpenAPI 3.1.1, Link Object). */
function linkProblems(
  document: JsonObject,
  node: JsonObject,
  visit: Visit,
  { operations }: Definitions,
): Problem[] {
  const { operationId, operationRef } = node;
  if (typeof operationId === "string" && !operations.has(operationId)) {
    const remedy = didYouMean(operations.nearest(operationId), "name an `operationId`");
    const message = `the link refers to the operation ${quoted(operationId)}, which doesn't exist: ${remedy}`;
    return [warningAt(pointerTo(pointerOf(visit), "operationId"), message, "unresolved-link")];
  }
  if (typeof operationRef !== "string" || targetOf(document, operationRef).kind !== "nothing") {
    return [];
  }
  const message = `the link refers to ${quoted(operationRef)}, which doesn't exist: name an operation`;
  return [warningAt(pointerTo(pointerOf(visit), "operationRef"), message, "unresolved-link")];
}
