import { nearest } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { type NodeKind, type ValueType, valueTypeOf } from "../document/openapi-structure.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import { type Finding, type Replacement, removed } from "./finding.js";

/**
 * Values of the wrong type where a string, a number or a boolean is expected, and unknown values of
 * `type`.
 */
export function valueTypeMistakes(document: JsonObject): Finding[] {
  const is31 = !/^3\.0(\.|$)/.test(String(document["openapi"]));
  return walk(document, "outside-in").flatMap((visit) => {
    const { node, kind } = visit;
    if (!isObject(node)) return [];
    const hasNullable = is31 && kind === "schema" && node["nullable"] === true;
    const found = Object.keys(node).flatMap((key): Finding[] => {
      const value = node[key] ?? null;
      const wrongValue = wrongValueOf(kind, key, value);
      if (wrongValue === null) return [];
      const { message, replace, name } = wrongValue;
      const problem = warningAt(pointerTo(pointerOf(visit), key), message, name);
      return [{ problem, fix: { node, key, replace } }];
    });
    return hasNullable ? [...found, ...nullableFinding(visit, node)] : found;
  });
}

/**
 * `nullable` isn't a keyword since OpenAPI 3.1; the extension `x-nullable` is read in every
 * version.
 */
function nullableFinding(visit: Visit, node: JsonObject): Finding[] {
  const { type } = node;
  const remedy =
    typeof type === "string"
      ? `write \`type: [${type}, "null"]\``
      : 'allow the type "null" in its place';
  const message = `\`nullable\` is a keyword of OpenAPI 3.0 and is read as the type "null": ${remedy}`;
  const problem = warningAt(pointerTo(pointerOf(visit), "nullable"), message, "old-keyword");
  return [
    { problem, fix: { node, key: "nullable", replace: removed } },
    { problem: null, fix: { node, key: "x-nullable", replace: () => true } },
  ];
}

interface WrongValue {
  readonly name: string;
  readonly message: string;
  readonly replace: Replacement;
}

function wrongValueOf(kind: NodeKind, key: string, value: Json): WrongValue | null {
  if (kind === "schema" && key === "type") return wrongTypeOf(value);
  if (kind === "schema" && key === "discriminator" && typeof value === "string") {
    const message = `\`discriminator\` is ${quoted(value)}: write an object with \`propertyName\``;
    return { name: "wrong-type", message, replace: () => ({ propertyName: value }) };
  }
  const words = allowedWords.get(`${kind} ${key}`);
  if (words !== undefined && typeof value === "string") return wrongWordOf(key, value, words);
  const type = valueTypeOf(kind, key);
  const rule = type === null ? undefined : typeRules[type];
  if (rule === undefined || rule.accepts(value)) return null;
  const intended = typeof value === "string" ? rule.intended(value) : undefined;
  const effect = intended === undefined ? "ignored" : `read as ${JSON.stringify(intended)}`;
  const message = `\`${key}\` is ${shown(value)} and ${effect}: write ${rule.what}`;
  return { name: "wrong-type", message, replace: () => intended };
}

/**
 * The allowed values of some keys. The model reports wrong values of other keys, with their effect.
 */
const allowedWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "parameter in": "path query querystring header cookie",
    "parameter style": "matrix label simple form spaceDelimited pipeDelimited deepObject cookie",
    "securityScheme type": "apiKey http mutualTLS oauth2 openIdConnect",
    "securityScheme in": "query header cookie",
  }).map(([place, words]) => [place, words.split(" ")]),
);

function wrongWordOf(key: string, value: string, words: readonly string[]): WrongValue | null {
  const intended = words.includes(value) ? null : nearest(value, words);
  if (intended === null) return null;
  const message = `\`${key}\` is ${quoted(value)}, and is read as ${quoted(intended)}: write that`;
  return { name: "unknown-word", message, replace: () => intended };
}

interface TypeRule {
  readonly accepts: (value: Json) => boolean;
  readonly what: string;
  /** The value of a string that was quoted by mistake. */
  readonly intended: (text: string) => Json | undefined;
}

const flag: TypeRule = {
  accepts: (value) => typeof value === "boolean",
  what: "true or false",
  intended: (text) => (/^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined),
};

const number: TypeRule = {
  accepts: (value) => typeof value === "number",
  what: "a number",
  intended: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
};

const count: TypeRule = {
  accepts: (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
  what: "a non-negative integer",
  intended: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
};

const bound: TypeRule = {
  ...number,
  accepts: (value) => number.accepts(value) || flag.accepts(value),
};

/** Strings and lists are checked before the document is converted. */
const typeRules: Partial<Readonly<Record<ValueType, TypeRule>>> = { flag, number, count, bound };

const types = ["string", "number", "integer", "boolean", "object", "array", "null"];

/** Type names of other languages, and their equivalents. */
const foreignTypes: Readonly<Record<string, string>> = {
  ...{ str: "string", text: "string", uuid: "string", date: "string", datetime: "string" },
  ...{ "date-time": "string", timestamp: "string", email: "string", uri: "string" },
  ...{ url: "string", file: "string", binary: "string", enum: "string" },
  ...{ int: "integer", int32: "integer", int64: "integer", long: "integer" },
  ...{ float: "number", double: "number", decimal: "number", numeric: "number" },
  ...{ bool: "boolean", map: "object", dict: "object", hash: "object", list: "array" },
};

function wrongTypeOf(value: Json): WrongValue | null {
  if (Array.isArray(value)) {
    const wrong = value.find((each) => typeof each !== "string" || !types.includes(each));
    if (wrong === undefined) return null;
    const replace = () => value.flatMap((each) => intendedType(each) ?? []);
    return { name: "unknown-type", message: messageOf(wrong), replace };
  }
  if (typeof value === "string" && types.includes(value)) return null;
  const intended = value === null ? null : intendedType(value);
  return {
    name: "unknown-type",
    message: messageOf(value, intended),
    replace: intended === null ? removed : () => intended,
  };
}

function messageOf(value: Json, intended = intendedType(value)): string {
  const list = types.map((type) => `\`${type}\``).join(", ");
  return intended === null
    ? `\`type\` is ${shown(value)} and ignored: write one of ${list}`
    : `\`type\` is ${shown(value)}: it is read as ${quoted(intended)}; did you mean that?`;
}

function intendedType(value: Json): string | null {
  if (value === null) return "null";
  if (typeof value !== "string") return null;
  const word = value.trim().toLowerCase();
  return (Object.hasOwn(foreignTypes, word) && foreignTypes[word]) || nearest(value.trim(), types);
}

function shown(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : String(value);
}
