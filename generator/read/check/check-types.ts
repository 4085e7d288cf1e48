import { errorAt, type Problem, warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject, pointerTo } from "../document/document.js";
import { isMap, kindBelow, type NodeKind } from "../document/openapi-structure.js";
import { quoted } from "../document/quoted.js";
import { type Container, isContainer, pointerOf, type Visit, walk } from "../document/walk.js";

/** What is of another kind than its place wants: text where an object belongs, an object for a list. */
export interface TypeMismatch {
  readonly node: Container;
  readonly key: string;
  /** `null` where it is clear what is meant. */
  readonly problem: Problem | null;
  readonly mend: Mend;
}

/** What is read in the place of a value; `undefined` is nothing. */
type Mend = (value: Json) => Json | undefined;

/**
 * Text, numbers and the like where objects, lists or text belong. What is only empty, as `null` or as
 * an object that became `[]`, can be lived with.
 */
export function typeMismatchesIn(document: JsonObject): TypeMismatch[] {
  const misfits: TypeMismatch[] = [];
  for (const visit of walk(document, "outside-in")) {
    const { node } = visit;
    for (const [key, value] of Object.entries(node)) {
      const verdict = verdictOn(visit, key, value);
      if (verdict === null) continue;
      const { severity, message, mend } = verdict;
      const pointer = () => pointerTo(pointerOf(visit), key);
      const problem = severity === "none" ? null : problemAt[severity](pointer(), message);
      misfits.push({ node, key, problem, mend });
    }
  }
  return misfits;
}

const problemAt = { error: errorAt, warning: warningAt };

interface Verdict {
  readonly severity: "error" | "warning" | "none";
  readonly message: string;
  readonly mend: Mend;
}

function verdictOn(visit: Visit, key: string, value: Json): Verdict | null {
  const { node, kind } = visit;
  if (!isObject(node)) {
    if (kind === "schema" && typeof value === "boolean") return quietly(asSchema);
    return objectVerdict(kind, value, `entry ${Number(key) + 1} of this list`, asEmpty);
  }
  if (wantsList(kind, key)) return listVerdict(key, value);
  if (wantsText(kind, key)) return textVerdict(key, value);
  if (isNameless(key) || isTuple(kind, key, value)) return null;
  return objectVerdict(kindBelow(kind, key), value, quoted(key), isMap(kind) ? asEmpty : asNothing);
}

/** @param empty what is read where there is nothing: a name names something all the same. */
function objectVerdict(kind: NodeKind, value: Json, name: string, empty: Mend): Verdict | null {
  if (isObject(value) || toldElsewhere.has(kind)) return null;
  if (value === null || (Array.isArray(value) && value.length === 0)) return quietly(empty);
  if (kind === "schema" && typeof value === "boolean") return null;
  const message = `${name} is ${spelled(value)}: write an object`;
  return { severity: "error", message, mend: asNothing };
}

/** A list that isn't one says nothing, and what it stands in does. */
function listVerdict(key: string, value: Json): Verdict | null {
  if (Array.isArray(value) || value === null) return null;
  const isBearable = isObject(value) || /^(required|enum)$/.test(key);
  const message = `${quoted(key)} is ${spelled(value)}: write a list`;
  return { severity: isBearable ? "warning" : "error", message, mend: asList };
}

/** YAML takes some text for a number. */
function textVerdict(key: string, value: Json): Verdict | null {
  if (typeof value === "string" || value === null) return null;
  if (!isContainer(value)) return quietly(String);
  const message = `${quoted(key)} is ${spelled(value)}: write text`;
  return { severity: "warning", message, mend: asNothing };
}

function quietly(mend: Mend): Verdict {
  return { severity: "none", message: "", mend };
}

const asNothing: Mend = () => undefined;
const asEmpty: Mend = () => ({});

/** A schema that takes anything or nothing, in the words of every version. */
const asSchema: Mend = (takesAnything) => (takesAnything === true ? {} : { not: {} });

/** Some programs write a list as an object with its indices, those with nothing to say left out. */
const asList: Mend = (value) => {
  const indices = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || indices.some((key) => !/^\d{1,3}$/.test(key))) return undefined;
  const length = Math.max(-1, ...indices.map(Number)) + 1;
  return Array.from({ length }, (_, index) => value[index] ?? {});
};

/** What nothing is known of, and what the check of paths looks at. */
const toldElsewhere: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "data",
  "unknown",
  "unknowns",
  "paths",
  "pathItem",
  "pathItems",
  "operation",
]);

/** Keys that name nothing, though they stand among names. */
function isNameless(key: string): boolean {
  return key === "$ref" || key.startsWith("x-");
}

function isTuple(kind: NodeKind, key: string, value: Json): boolean {
  return kind === "schema" && key === "items" && Array.isArray(value);
}

const listsOfSchemas: ReadonlySet<string> = new Set(
  "allOf anyOf oneOf prefixItems required enum".split(" "),
);

function wantsList(kind: NodeKind, key: string): boolean {
  switch (kind) {
    case "pathItem":
    case "operation":
      return key === "parameters";
    case "schema":
      return listsOfSchemas.has(key);
    case "mediaType":
      return key === "prefixEncoding";
    default:
      return false;
  }
}

const described: ReadonlySet<NodeKind> = new Set<NodeKind>([
  ...(["pathItem", "operation", "parameter", "header", "requestBody"] as const),
  ...(["response", "link", "schema"] as const),
]);

const texts: ReadonlySet<string> = new Set("title summary description format".split(" "));

function wantsText(kind: NodeKind, key: string): boolean {
  if (kind === "parameter" && key === "name") return true;
  return texts.has(key) && described.has(kind);
}

function spelled(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}
