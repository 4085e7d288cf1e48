import type { JsonObject } from "./document.js";

/**
 * The parts of an OpenAPI document that a walk has to tell apart. A plural is an object whose keys
 * the author chose; `data` is nobody's business; `unknown` is what the specification doesn't name.
 */
export type NodeKind =
  | ("document" | "components" | "data" | "unknown" | "unknowns")
  | ("paths" | "pathItem" | "pathItems" | "operation" | "operations" | "callback" | "callbacks")
  | ("parameter" | "parameters" | "header" | "headers")
  | ("requestBody" | "requestBodies" | "link" | "links")
  | ("statuses" | "response" | "responses" | "mediaType" | "mediaTypes" | "encoding" | "encodings")
  | ("schema" | "schemas");

interface Rule {
  /** What stands below the keys that mean something here. */
  readonly known: ReadonlyMap<string, NodeKind>;
  /** What stands below all others. */
  readonly others: NodeKind;
  /** Whether `$ref` is a reference here, and no name. */
  readonly referable: boolean;
  /** Whether `x-…` is an extension here, and no name. */
  readonly extensible: boolean;
}

type Row = readonly [kind: NodeKind, keys: string];

const data: Row = ["data", "example examples default enum const"];

/** An object of the specification: each kind with the keys that lead to it. */
function part(...rows: readonly Row[]): Rule {
  const known = [data, ...rows].flatMap(([kind, keys]) =>
    keys.split(" ").map((key): [string, NodeKind] => [key, kind]),
  );
  return { known: new Map(known), others: "unknown", referable: true, extensible: true };
}

function named(others: NodeKind): Rule {
  return { known: new Map(), others, referable: false, extensible: false };
}

/** Keys are paths, statuses or expressions, which never begin with `x-`. */
function patterned(others: NodeKind): Rule {
  return { ...named(others), extensible: true };
}

const valued: readonly Row[] = [
  ["schema", "schema"],
  ["mediaTypes", "content"],
];

const grammar: Readonly<Record<NodeKind, Rule>> = {
  document: part(
    ["paths", "paths"],
    ["pathItems", "webhooks"],
    ["components", "components"],
    // Where Swagger 2.0 has them.
    ["schemas", "definitions"],
    ["parameters", "parameters"],
    ["responses", "responses"],
  ),
  components: part(
    ["schemas", "schemas"],
    ["responses", "responses"],
    ["parameters", "parameters"],
    ["headers", "headers"],
    ["requestBodies", "requestBodies"],
    ["callbacks", "callbacks"],
    ["pathItems", "pathItems"],
    ["links", "links"],
    ["mediaTypes", "mediaTypes"],
    ["unknowns", "securitySchemes"],
  ),
  paths: patterned("pathItem"),
  pathItems: named("pathItem"),
  pathItem: part(
    ["operation", "get put post delete options head patch trace query"],
    ["operations", "additionalOperations"],
    ["parameter", "parameters"],
  ),
  operations: named("operation"),
  operation: part(
    ["parameter", "parameters"],
    ["requestBody", "requestBody"],
    ["statuses", "responses"],
    ["callbacks", "callbacks"],
  ),
  callbacks: named("callback"),
  callback: { ...patterned("pathItem"), referable: true },
  parameters: named("parameter"),
  // `items` is of Swagger 2.0.
  parameter: part(...valued, ["schema", "items"]),
  headers: named("header"),
  header: part(...valued, ["schema", "items"]),
  requestBodies: named("requestBody"),
  requestBody: part(...valued),
  statuses: patterned("response"),
  responses: named("response"),
  response: part(...valued, ["headers", "headers"], ["links", "links"]),
  mediaTypes: named("mediaType"),
  mediaType: part(
    ["schema", "schema itemSchema"],
    ["encodings", "encoding"],
    ["encoding", "itemEncoding prefixEncoding"],
  ),
  encodings: named("encoding"),
  encoding: part(["headers", "headers"]),
  links: named("link"),
  link: part(["data", "parameters requestBody"]),
  schemas: named("schema"),
  schema: part(
    ["schemas", "properties patternProperties dependentSchemas $defs definitions"],
    ["schema", "items prefixItems additionalItems contains unevaluatedItems contentSchema"],
    ["schema", "additionalProperties propertyNames unevaluatedProperties"],
    ["schema", "allOf anyOf oneOf not if then else"],
  ),
  unknowns: named("unknown"),
  unknown: part(),
  data: patterned("data"),
};

/** What stands below a key of a part. The items of an array are of the kind of the array. */
export function kindBelow(kind: NodeKind, key: string): NodeKind {
  const { known, others, extensible } = grammar[kind];
  if (extensible && key.startsWith("x-")) return "data";
  return known.get(key) ?? others;
}

/** Whether an `x-…` in a part of this kind is an extension. */
export function mayExtend(kind: NodeKind): boolean {
  return grammar[kind].extensible;
}

/**
 * Whether the object refers with its `$ref`. Where keys are names, `$ref` is one too, but for text:
 * nothing that is named is only text, and whole maps are kept in files of their own.
 */
export function isReference(node: JsonObject, kind: NodeKind): boolean {
  if (!Object.hasOwn(node, "$ref")) return false;
  return grammar[kind].referable || typeof node["$ref"] === "string";
}

/** Whether keys are names in a part of this kind, so that nothing but the bundler follows its `$ref`. */
export function isMap(kind: NodeKind): boolean {
  return !grammar[kind].referable;
}
