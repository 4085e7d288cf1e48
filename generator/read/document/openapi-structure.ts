import type { JsonObject } from "./document.js";

/** The methods that a path item has keys for (OpenAPI 3.2, Path Item Object). */
export const httpMethods: readonly string[] =
  "get put post delete options head patch trace query".split(" ");

/**
 * The objects of an OpenAPI document that a walk distinguishes. A plural is a map whose keys are
 * names; `data` is a value of the API; `unknown` is an object that the specification doesn't
 * define.
 */
export type NodeKind =
  | ("document" | "info" | "contact" | "license" | "tag" | "externalDocs" | "components")
  | ("data" | "unknown" | "server" | "serverVariable" | "serverVariables")
  | ("securityScheme" | "securitySchemes" | "flow" | "flows")
  | ("paths" | "pathItem" | "pathItems" | "operation" | "operations" | "callback" | "callbacks")
  | ("parameter" | "parameters" | "header" | "headers")
  | ("requestBody" | "requestBodies" | "link" | "links")
  | ("statuses" | "response" | "responses" | "mediaType" | "mediaTypes" | "encoding" | "encodings")
  | ("schema" | "schemas" | "discriminator" | "xml");

/** The type of a keyword's value, if it isn't an object of the specification. */
export type ValueType = "text" | "flag" | "number" | "count" | "texts" | "list" | "bound" | "any";

interface Rule {
  /** The objects below the keys that the specification defines. */
  readonly children: ReadonlyMap<string, NodeKind>;
  /** The objects below all other keys. */
  readonly others: NodeKind;
  /**
   * The keys that the specification defines, with the types of their values; `null` for a map of
   * names.
   */
  readonly values: ReadonlyMap<string, ValueType> | null;
  /** Whether `$ref` is a reference here rather than a name. */
  readonly allowsRef: boolean;
  /** Whether `x-…` is an extension here rather than a name. */
  readonly allowsExtensions: boolean;
}

type Child = readonly [kind: NodeKind, keys: string];
type Values = Partial<Readonly<Record<ValueType, string>>>;

/** Keys whose values are data of the API in any object. */
const data: Child = ["data", "example examples default enum const"];

/** An object of the specification: the kinds of its children, and the types of its other values. */
function part(children: readonly Child[], values: Values): Rule {
  const pairs = <T>(rows: readonly (readonly [T, string])[]) =>
    rows.flatMap(([meaning, keys]) => keys.split(" ").map((key): [string, T] => [key, meaning]));
  const types = Object.entries(values) as [ValueType, string][]; // The keys of `Values` are its types.
  return {
    children: new Map(pairs([data, ...children])),
    others: "unknown",
    values: new Map([
      ...pairs(children.map(([, keys]): [ValueType, string] => ["any", keys])),
      ...pairs(types),
    ]),
    allowsRef: true,
    allowsExtensions: true,
  };
}

function nameMap(others: NodeKind): Rule {
  return { children: new Map(), others, values: null, allowsRef: false, allowsExtensions: false };
}

/** A map whose keys are paths, statuses or expressions, which never begin with `x-`. */
function keyedMap(others: NodeKind): Rule {
  return { ...nameMap(others), allowsExtensions: true };
}

const payload: readonly Child[] = [
  ["schema", "schema"],
  ["mediaTypes", "content"],
];

const docs: Child = ["externalDocs", "externalDocs"];

/**
 * The objects of OpenAPI 3.0 to 3.2 and the keywords of their schemas. Objects in other places in
 * Swagger 2.0 are `children` too, but not `values`.
 */
const structure: Readonly<Record<NodeKind, Rule>> = {
  document: swagger(
    part(
      [
        ["info", "info"],
        ["server", "servers"],
        ["tag", "tags"],
        docs,
        ["paths", "paths"],
        ["pathItems", "webhooks x-webhooks"],
        ["components", "components"],
      ],
      { text: "openapi jsonSchemaDialect $self", list: "servers tags security" },
    ),
    ["schemas", "definitions"],
    ["parameters", "parameters"],
    ["responses", "responses"],
    ["securitySchemes", "securityDefinitions"],
  ),
  info: part(
    [
      ["contact", "contact"],
      ["license", "license"],
    ],
    { text: "title summary description termsOfService version" },
  ),
  contact: part([], { text: "name url email" }),
  license: part([], { text: "name identifier url" }),
  tag: part([docs], { text: "name summary description parent kind" }),
  externalDocs: part([], { text: "description url" }),
  server: part([["serverVariables", "variables"]], { text: "url description name" }),
  serverVariables: nameMap("serverVariable"),
  serverVariable: part([], { list: "enum", any: "default", text: "description" }),
  components: part(
    [
      ["schemas", "schemas"],
      ["responses", "responses"],
      ["parameters", "parameters"],
      ["headers", "headers"],
      ["requestBodies", "requestBodies"],
      ["callbacks", "callbacks"],
      ["pathItems", "pathItems"],
      ["links", "links"],
      ["mediaTypes", "mediaTypes"],
      ["securitySchemes", "securitySchemes"],
    ],
    { any: "examples" },
  ),
  securitySchemes: nameMap("securityScheme"),
  securityScheme: part([["flows", "flows"]], {
    text: "type description name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl",
    flag: "deprecated",
  }),
  flows: part(
    [["flow", "implicit password clientCredentials authorizationCode deviceAuthorization"]],
    {},
  ),
  flow: part([["data", "scopes"]], {
    text: "authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl",
  }),
  paths: keyedMap("pathItem"),
  pathItems: nameMap("pathItem"),
  pathItem: part(
    [
      ["operation", httpMethods.join(" ")],
      ["operations", "additionalOperations"],
      ["parameter", "parameters"],
      ["server", "servers"],
    ],
    { text: "$ref summary description", list: "parameters servers" },
  ),
  operations: nameMap("operation"),
  operation: part(
    [
      ["parameter", "parameters"],
      ["requestBody", "requestBody"],
      ["statuses", "responses"],
      ["callbacks", "callbacks"],
      ["server", "servers"],
      docs,
    ],
    {
      text: "summary description operationId",
      texts: "tags",
      list: "parameters servers security",
      flag: "deprecated",
    },
  ),
  callbacks: nameMap("callback"),
  callback: { ...keyedMap("pathItem"), allowsRef: true },
  parameters: nameMap("parameter"),
  parameter: swagger(
    part(payload, {
      text: "$ref summary description name in style",
      flag: "required deprecated allowEmptyValue explode allowReserved",
      any: "example examples",
    }),
    ["schema", "items"],
  ),
  headers: nameMap("header"),
  header: swagger(
    part(payload, {
      text: "$ref summary description style",
      flag: "required deprecated allowEmptyValue explode allowReserved",
      any: "example examples",
    }),
    ["schema", "items"],
  ),
  requestBodies: nameMap("requestBody"),
  requestBody: part(payload.slice(1), { text: "$ref summary description", flag: "required" }),
  statuses: keyedMap("response"),
  responses: nameMap("response"),
  response: swagger(
    part([...payload.slice(1), ["headers", "headers"], ["links", "links"]], {
      text: "$ref summary description",
    }),
    ["schema", "schema"],
  ),
  mediaTypes: nameMap("mediaType"),
  mediaType: part(
    [
      ["schema", "schema itemSchema"],
      ["encodings", "encoding"],
      ["encoding", "itemEncoding prefixEncoding"],
    ],
    { text: "$ref summary description", any: "example examples", list: "prefixEncoding" },
  ),
  encodings: nameMap("encoding"),
  encoding: part(
    [
      ["headers", "headers"],
      ["encodings", "encoding"],
      ["encoding", "itemEncoding prefixEncoding"],
    ],
    { text: "contentType style", flag: "explode allowReserved", list: "prefixEncoding" },
  ),
  links: nameMap("link"),
  link: part(
    [
      ["data", "parameters requestBody"],
      ["server", "server"],
    ],
    { text: "$ref summary operationRef operationId description" },
  ),
  schemas: nameMap("schema"),
  schema: part(
    [
      ["schemas", "properties patternProperties dependentSchemas $defs definitions"],
      ["schema", "items prefixItems additionalItems contains unevaluatedItems contentSchema"],
      ["schema", "additionalProperties propertyNames unevaluatedProperties"],
      ["schema", "allOf anyOf oneOf not if then else"],
      ["discriminator", "discriminator"],
      ["xml", "xml"],
      docs,
    ],
    {
      text: "$ref $id $schema $anchor $dynamicRef $dynamicAnchor $recursiveRef $comment id title description format pattern contentEncoding contentMediaType",
      flag: "$recursiveAnchor uniqueItems nullable readOnly writeOnly deprecated",
      number: "multipleOf maximum minimum",
      bound: "exclusiveMaximum exclusiveMinimum",
      count:
        "maxLength minLength maxItems minItems maxProperties minProperties maxContains minContains",
      texts: "required",
      list: "enum allOf anyOf oneOf prefixItems",
      any: "type default const example examples $vocabulary dependencies dependentRequired",
    },
  ),
  discriminator: part([["data", "mapping"]], { text: "propertyName defaultMapping" }),
  xml: part([], { text: "nodeType name namespace prefix", flag: "attribute wrapped" }),
  unknown: part([], {}),
  data: keyedMap("data"),
};

/** Adds the objects that are in other places in Swagger 2.0. */
function swagger(rule: Rule, ...children: readonly Child[]): Rule {
  const added = children.map(([kind, key]): [string, NodeKind] => [key, kind]);
  return { ...rule, children: new Map([...rule.children, ...added]) };
}

/** The kind of a child by its key. The items of an array have the kind of the array. */
export function kindBelow(kind: NodeKind, key: string): NodeKind {
  const { children, others, allowsExtensions } = structure[kind];
  return children.get(key) ?? (allowsExtensions && key.startsWith("x-") ? "data" : others);
}

/** The type of a key's value; `null` for a key that the specification doesn't define. */
export function valueTypeOf(kind: NodeKind, key: string): ValueType | null {
  return structure[kind].values?.get(key) ?? null;
}

/** The keys that the specification defines for an object; `null` if any key is allowed. */
export function knownKeys(kind: NodeKind): ReadonlyMap<string, ValueType> | null {
  const { values } = structure[kind];
  return kind === "unknown" ? null : values;
}

/** Whether an `x-…` in an object of this kind is an extension. */
export function mayExtend(kind: NodeKind): boolean {
  return structure[kind].allowsExtensions;
}

/**
 * Whether the `$ref` of an object is a reference. In a map of names it is one only if it is text: a
 * map may be in another file, and no named object is text.
 */
export function isReference(node: JsonObject, kind: NodeKind): boolean {
  if (!Object.hasOwn(node, "$ref")) return false;
  return structure[kind].allowsRef || typeof node["$ref"] === "string";
}

/** Whether an object of this kind is a map of names, whose `$ref` only the bundler follows. */
export function isMap(kind: NodeKind): boolean {
  return !structure[kind].allowsRef;
}
