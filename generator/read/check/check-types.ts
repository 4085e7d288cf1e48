import { errorAt, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject, pointerTo } from "../document/document.js";
import { isMap, kindBelow, type NodeKind, valueTypeOf } from "../document/openapi-structure.js";
import { isContainer, pointerOf, type Visit, walk } from "../document/walk.js";
import { type Finding, type Replacement, removed } from "./finding.js";

/** Values of the wrong JSON type where an object, a list or a string is expected. */
export function typeMismatchesIn(document: JsonObject): Finding[] {
  const found: Finding[] = [];
  for (const visit of walk(document, "outside-in")) {
    const { node } = visit;
    for (const [key, value] of Object.entries(node)) {
      const verdict = verdictOn(visit, key, value);
      if (verdict === null) continue;
      const { severity, message, replace } = verdict;
      const pointer = () => pointerTo(pointerOf(visit), key);
      const name = value === null ? "null-value" : "wrong-type";
      const problem = severity === "none" ? null : problemAt[severity](pointer(), message, name);
      found.push({ problem, fix: { node, key, replace } });
    }
  }
  return found;
}

const problemAt = { error: errorAt, warning: warningAt };

interface Verdict {
  readonly severity: "error" | "warning" | "none";
  readonly message: string;
  readonly replace: Replacement;
}

function verdictOn(visit: Visit, key: string, value: Json): Verdict | null {
  const { node, kind } = visit;
  if (!isObject(node)) {
    if (kind === "schema" && typeof value === "boolean") return quietly(asSchema);
    return objectVerdict(kind, value, `entry ${Number(key) + 1} of this list`, asEmpty);
  }
  if (wantsList(kind, key)) return listVerdict(key, value);
  if (wantsText(kind, key)) return textVerdict(key, value);
  if (isNameless(key) || isTuple(kind, key, value) || isOldDiscriminator(key, value)) return null;
  return objectVerdict(kindBelow(kind, key), value, quoted(key), isMap(kind) ? asEmpty : removed);
}

/** @param empty how an empty value is read: the key may still name something. */
function objectVerdict(
  kind: NodeKind,
  value: Json,
  name: string,
  empty: Replacement,
): Verdict | null {
  if (isObject(value) || checkedElsewhere.has(kind)) return null;
  if (kind === "schema" && typeof value === "boolean") return null;
  const message = `${name} is ${spelled(value)}: write an object`;
  if (value === null) return { severity: "warning", message, replace: empty };
  // Some serializers write an empty object as a list.
  if (Array.isArray(value) && value.length === 0) return quietly(empty);
  const severity = optionalKinds.has(kind) ? "warning" : "error";
  return { severity, message, replace: removed };
}

/** A value that isn't a list is dropped; the object around it stays. */
function listVerdict(key: string, value: Json): Verdict | null {
  if (Array.isArray(value)) return null;
  const isBearable = value === null || isObject(value) || /^(required|enum)$/.test(key);
  const message = `${quoted(key)} is ${spelled(value)}: write a list`;
  return { severity: isBearable ? "warning" : "error", message, replace: asList };
}

/** YAML reads some strings as numbers, which is fine in a title or a name. */
function textVerdict(key: string, value: Json): Verdict | null {
  if (typeof value === "string") return null;
  const isScalar = value !== null && !isContainer(value);
  if (isScalar && !strictTexts.has(key)) return quietly(asText);
  const message = `${quoted(key)} is ${spelled(value)}: write text`;
  return { severity: "warning", message, replace: isContainer(value) ? removed : asText };
}

/** Keys whose text has a syntax or a meaning that a number or a boolean is unlikely to have. */
const strictTexts: ReadonlySet<string> = new Set([
  "version",
  "pattern",
  "format",
  "contentMediaType",
  "contentEncoding",
]);

function quietly(replace: Replacement): Verdict {
  return { severity: "none", message: "", replace };
}

const asEmpty: Replacement = () => ({});
const asText: Replacement = (value) => (value === null ? undefined : String(value));

/** A boolean schema in a form that every version knows. */
const asSchema: Replacement = (takesAnything) => (takesAnything === true ? {} : { not: {} });

/** Some serializers write a list as an object keyed by index, without its empty items. */
const asList: Replacement = (value) => {
  const indices = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || indices.some((key) => !/^\d{1,3}$/.test(key))) return undefined;
  const length = Math.max(-1, ...indices.map(Number)) + 1;
  return Array.from({ length }, (_, index) => value[index] ?? {});
};

/** Nodes that a call works without. */
const optionalKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([
  ...(["contact", "license", "tag", "externalDocs", "serverVariable", "serverVariables"] as const),
  ...(["securityScheme", "securitySchemes", "flow", "flows", "discriminator", "xml"] as const),
]);

/** Nodes that any value fits, and nodes that other checks cover. */
const checkedElsewhere: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "data",
  "unknown",
  "info",
  "server",
  "paths",
  "pathItem",
  "pathItems",
  "operation",
]);

/** Keys of a map of names that aren't names. */
function isNameless(key: string): boolean {
  return key === "$ref" || key.startsWith("x-");
}

/** In Swagger 2.0 a discriminator is the name of the property. */
function isOldDiscriminator(key: string, value: Json): boolean {
  return key === "discriminator" && typeof value === "string";
}

function isTuple(kind: NodeKind, key: string, value: Json): boolean {
  return kind === "schema" && key === "items" && Array.isArray(value);
}

function wantsList(kind: NodeKind, key: string): boolean {
  const type = valueTypeOf(kind, key);
  return (type === "list" || type === "texts") && key !== "servers";
}

function wantsText(kind: NodeKind, key: string): boolean {
  return valueTypeOf(kind, key) === "text" && key !== "$ref" && kind !== "document";
}

function spelled(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}
