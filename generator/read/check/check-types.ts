import { pointerTo } from "../../pointer.js";
import { errorAt, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { isMap, kindBelow, type NodeKind, valueTypeOf } from "../document/openapi-structure.js";
import { isContainer, pointerOf, type Visit, walk } from "../document/walk.js";
import { type Finding, type Replacement, removed } from "./finding.js";

/** Values of the wrong JSON type where an object, a list or a string is expected. */
export function typeMismatchesIn(document: JsonObject): Finding[] {
  const found: Finding[] = [];
  for (const visit of walk(document, "outside-in")) {
    const { node } = visit;
    for (const [key, value] of Object.entries(node)) {
      const verdict = verdictFor(visit, key, value);
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

function verdictFor(visit: Visit, key: string, value: Json): Verdict | null {
  const { node, kind } = visit;
  if (!isObject(node)) {
    if (kind === "schema" && typeof value === "boolean") return silentFix(asSchema);
    return objectVerdict(kind, value, `entry ${Number(key) + 1} of this list`, asEmpty);
  }
  if (wantsList(kind, key)) return listVerdict(key, value);
  if (wantsText(kind, key)) return textVerdict(key, value);
  if (isNotName(key) || isItemList(kind, key, value) || isDiscriminatorName(key, value))
    return null;
  return objectVerdict(kindBelow(kind, key), value, quoted(key), isMap(kind) ? asEmpty : removed);
}

/** @param empty the replacement for an empty value, whose key may still be a name. */
function objectVerdict(
  kind: NodeKind,
  value: Json,
  name: string,
  empty: Replacement,
): Verdict | null {
  if (isObject(value) || checkedElsewhere.has(kind)) return null;
  if (kind === "schema" && typeof value === "boolean") return null;
  const message = `${name} is ${typeName(value)}: write an object`;
  if (kind === "schema" && typeof value === "string" && Object.hasOwn(schemaWords, value)) {
    const schema = schemaWords[value] ?? {};
    const remedy = `write ${JSON.stringify(schema)}`;
    const read = `${name} is the text ${quoted(value)}, and is read as a schema: ${remedy}`;
    return { severity: "warning", message: read, replace: () => schema };
  }
  if (value === null) return { severity: "warning", message, replace: empty };
  // Some serializers write an empty object as a list.
  if (Array.isArray(value) && value.length === 0) return silentFix(empty);
  const severity = optionalKinds.has(kind) ? "warning" : "error";
  return { severity, message, replace: removed };
}

/** Texts in place of a schema: a boolean in quotation marks, or only the name of a type. */
const schemaWords: Readonly<Record<string, Json>> = {
  true: {},
  false: false,
  ...Object.fromEntries(
    ["string", "number", "integer", "boolean", "object", "array"].map((type) => [type, { type }]),
  ),
};

/** A value that isn't a list is dropped; its object is kept. */
function listVerdict(key: string, value: Json): Verdict | null {
  if (Array.isArray(value)) return null;
  const isTolerated = value === null || isObject(value) || /^(required|enum)$/.test(key);
  const message = `${quoted(key)} is ${typeName(value)}: write a list`;
  const replace = /^(all|any|one)Of$/.test(key) ? asMembers : asList;
  return { severity: isTolerated ? "warning" : "error", message, replace };
}

/** YAML reads some strings as numbers, which is fine in a title or a name. */
function textVerdict(key: string, value: Json): Verdict | null {
  if (typeof value === "string") return null;
  const isScalar = value !== null && !isContainer(value);
  if (isScalar && !strictTexts.has(key)) return silentFix(asText);
  const message = `${quoted(key)} is ${typeName(value)}: write text`;
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

function silentFix(replace: Replacement): Verdict {
  return { severity: "none", message: "", replace };
}

const asEmpty: Replacement = () => ({});
const asText: Replacement = (value) => (value === null ? undefined : String(value));

/** A boolean schema in a form that every version has. */
const asSchema: Replacement = (allowsAnything) => (allowsAnything === true ? {} : { not: {} });

/** Some serializers write a list as an object keyed by index, without its empty items. */
const asList: Replacement = (value) => {
  const indices = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || indices.some((key) => !/^\d{1,3}$/.test(key))) return undefined;
  const length = Math.max(-1, ...indices.map(Number)) + 1;
  return Array.from({ length }, (_, index) => value[index] ?? {});
};

/** A single member may be written without its list. */
const asMembers: Replacement = (value) => asList(value) ?? (isObject(value) ? [value] : undefined);

/** Nodes without which calls still work. */
const optionalKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([
  ...(["contact", "license", "tag", "externalDocs", "serverVariable", "serverVariables"] as const),
  ...(["securityScheme", "securitySchemes", "flow", "flows", "discriminator", "xml"] as const),
]);

/** Nodes that can have any value, and nodes that other checks cover. */
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
function isNotName(key: string): boolean {
  return key === "$ref" || key.startsWith("x-");
}

/** In Swagger 2.0, a discriminator is the name of a property. */
function isDiscriminatorName(key: string, value: Json): boolean {
  return key === "discriminator" && typeof value === "string";
}

function isItemList(kind: NodeKind, key: string, value: Json): boolean {
  return kind === "schema" && key === "items" && Array.isArray(value);
}

function wantsList(kind: NodeKind, key: string): boolean {
  const type = valueTypeOf(kind, key);
  return (type === "list" || type === "texts") && key !== "servers";
}

function wantsText(kind: NodeKind, key: string): boolean {
  return valueTypeOf(kind, key) === "text" && key !== "$ref" && kind !== "document";
}

function typeName(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}
