import { nearest } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type JsonObject } from "../document/document.js";
import { knownKeys, mayExtend, type NodeKind } from "../document/openapi-structure.js";
import { targetOf } from "../document/references.js";
import { documentOf, pointerOf, type Visit, walk } from "../document/walk.js";
import { type Finding, removed } from "./finding.js";
import { isSame } from "./value-refusals.js";

/**
 * Keys that the specification doesn't define, and invalid media types. Schemas of OpenAPI 3.1 may
 * have custom keywords (JSON Schema 2020-12, Core, 6.5), so only likely typos are reported there.
 */
export function unknownKeys(document: JsonObject): Finding[] {
  const is30 = /^3\.0(\.|$)/.test(String(document["openapi"]));
  const nearestKey = memoizedNearest();
  return walk(document, "outside-in").flatMap((visit) => {
    const { node, kind } = visit;
    if (kind === "mediaTypes" && visit.key === "content") return invalidMediaTypes(visit);
    const known = knownKeys(kind);
    if (known === null || !isObject(node)) return [];
    if (typeof node["$ref"] === "string" && kind !== "schema") return siblings(visit, node);
    return Object.keys(node).flatMap((key): Finding[] => {
      if (known.has(key) || (mayExtend(kind) && key.startsWith("x-"))) return [];
      const intended = nearestKey(kind, key);
      if (kind === "schema" && !is30 && intended === null) return [];
      const message = `unknown key ${quoted(key)} in ${nameOf(kind)} is ignored: ${remedyFor(kind, key, intended)}`;
      const pointer = pointerTo(pointerOf(visit), key);
      return [{ problem: warningAt(pointer, message, "unknown-key"), fix: null }];
    });
  });
}

/**
 * Keys next to a `$ref`, which have no effect unless they repeat keys of the target (OpenAPI 3.1.1,
 * Reference Object). A description replaces the one of the target.
 */
function siblings(visit: Visit, node: JsonObject): Finding[] {
  const target = targetOf(documentOf(visit), String(node["$ref"]));
  const referred = target.kind === "object" ? target.place.node : {};
  const others = Object.keys(node).filter(
    (key) =>
      !/^(\$ref|summary|description|x-.*)$/.test(key) &&
      !isSame(node[key] ?? null, referred[key] ?? null),
  );
  return others.map((key) => {
    const message = `${quoted(key)} next to a \`$ref\` is ignored: move it to the target of the reference`;
    const pointer = pointerTo(pointerOf(visit), key);
    return { problem: warningAt(pointer, message, "ref-sibling"), fix: null };
  });
}

/**
 * Keys of `content` that aren't media types (RFC 6838, 4.2), such as keys that belong into a media
 * type.
 */
function invalidMediaTypes(visit: Visit): Finding[] {
  return Object.keys(visit.node).flatMap((key): Finding[] => {
    if (key.includes("/") || key.startsWith("x-")) return [];
    const isOfMediaType = knownKeys("mediaType")?.has(key) === true;
    const remedy = isOfMediaType
      ? " and is ignored: move it into a media type"
      : ", but is treated as one: write a media type such as `application/json`";
    const pointer = pointerTo(pointerOf(visit), key);
    const problem = warningAt(pointer, `${quoted(key)} isn't a media type${remedy}`, "unknown-key");
    const fix = isOfMediaType ? { node: visit.node, key, replace: removed } : null;
    return [{ problem, fix }];
  });
}

function memoizedNearest(): (kind: NodeKind, key: string) => string | null {
  const known = new Map<NodeKind, Map<string, string | null>>();
  return (kind, key) => {
    const ofKind = known.get(kind) ?? new Map<string, string | null>();
    known.set(kind, ofKind);
    if (!ofKind.has(key)) ofKind.set(key, nearest(key, [...(knownKeys(kind)?.keys() ?? [])]));
    return ofKind.get(key) ?? null;
  };
}

function remedyFor(kind: NodeKind, key: string, intended: string | null): string {
  if (intended !== null) return `did you mean ${quoted(intended)}?`;
  const isOfSchema = knownKeys("schema")?.has(key) === true && knownKeys(kind)?.has("schema");
  if (isOfSchema === true) return "move it into `schema`";
  const isOfContent = knownKeys("mediaType")?.has(key) === true && knownKeys(kind)?.has("content");
  if (isOfContent === true) return "move it into a media type of `content`";
  return /^[\w-]+$/.test(key) ? `remove it, or rename it to ${quoted(`x-${key}`)}` : "remove it";
}

const names: Partial<Readonly<Record<NodeKind, string>>> = {
  document: "the document",
  info: "`info`",
  components: "`components`",
  externalDocs: "`externalDocs`",
  pathItem: "a path item",
  requestBody: "a request body",
  mediaType: "a media type",
  securityScheme: "a security scheme",
  serverVariable: "a server variable",
  operation: "an operation",
  encoding: "an encoding",
  flow: "an OAuth flow",
  flows: "`flows`",
  xml: "`xml`",
};

function nameOf(kind: NodeKind): string {
  return names[kind] ?? `a ${kind}`;
}
