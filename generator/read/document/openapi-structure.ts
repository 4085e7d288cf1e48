import type { JsonObject } from "./document.js";

/** The methods that a path item has keys for (OpenAPI 3.2, Path Item Object). */
export const httpMethods: readonly string[] =
  "get put post delete options head patch trace query".split(" ");

/**
 * The objects of an OpenAPI document that a walk distinguishes. A plural is a map whose keys the
 * author chose; `data` holds values of the API's own; `unknown` is what the specification doesn't name.
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

/** What a keyword takes that leads to no other object of the specification. */
export type ValueType = "text" | "flag" | "number" | "count" | "texts" | "list" | "bound" | "any";

interface Rule {
  /** The objects below the keys that the specification names. */
  readonly children: ReadonlyMap<string, NodeKind>;
  /** The objects below all other keys. */
  readonly others: NodeKind;
  /** The keys that the specification names, with what they take; `null` where keys are names. */
  readonly values: ReadonlyMap<string, ValueType> | null;
  /** Whether `$ref` is a reference here, and not a name. */
  readonly referable: boolean;
  /** Whether `x-…` is an extension here, and not a name. */
  readonly extensible: boolean;
}

type Child = readonly [kind: NodeKind, keys: string];
type Values = Partial<Readonly<Record<ValueType, string>>>;

/** Values of the API's own, wherever they are. */
const data: Child = ["data", "example examples default enum const"];

/** An object of the specification: the kinds of its children, and what its other keys take. */
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
    referable: true,
    extensible: true,
  };
}

function named(others: NodeKind): Rule {
  return { children: new Map(), others, values: null, referable: false, extensible: false };
}

/** A map whose keys are paths, statuses or expressions, which never begin with `x-`. */
function patterned(others: NodeKind): Rule {
  return { ...named(others), extensible: true };
}

const payload: readonly Child[] = [
  ["schema", "schema"],
  ["mediaTypes", "content"],
];

const docs: Child = ["externalDocs", "externalDocs"];

/**
 * The objects of OpenAPI 3.0 to 3.2 and the keywords of their schemas; where Swagger 2.0 has an
 * object elsewhere, its place is here too, but not among `values`.
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
  serverVariables: named("serverVariable"),
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
  securitySchemes: named("securityScheme"),
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
  paths: patterned("pathItem"),
  pathItems: named("pathItem"),
  pathItem: part(
    [
      ["operation", httpMethods.join(" ")],
      ["operations", "additionalOperations"],
      ["parameter", "parameters"],
      ["server", "servers"],
    ],
    { text: "$ref summary description", list: "parameters servers" },
  ),
  operations: named("operation"),
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
  callbacks: named("callback"),
  callback: { ...patterned("pathItem"), referable: true },
  parameters: named("parameter"),
  parameter: swagger(
    part(payload, {
      text: "$ref summary description name in style",
      flag: "required deprecated allowEmptyValue explode allowReserved",
      any: "example examples",
    }),
    ["schema", "items"],
  ),
  headers: named("header"),
  header: swagger(
    part(payload, {
      text: "$ref summary description style",
      flag: "required deprecated allowEmptyValue explode allowReserved",
      any: "example examples",
    }),
    ["schema", "items"],
  ),
  requestBodies: named("requestBody"),
  requestBody: part(payload.slice(1), { text: "$ref summary description", flag: "required" }),
  statuses: patterned("response"),
  responses: named("response"),
  response: swagger(
    part([...payload.slice(1), ["headers", "headers"], ["links", "links"]], {
      text: "$ref summary description",
    }),
    ["schema", "schema"],
  ),
  mediaTypes: named("mediaType"),
  mediaType: part(
    [
      ["schema", "schema itemSchema"],
      ["encodings", "encoding"],
      ["encoding", "itemEncoding prefixEncoding"],
    ],
    { text: "$ref summary description", any: "example examples", list: "prefixEncoding" },
  ),
  encodings: named("encoding"),
  encoding: part(
    [
      ["headers", "headers"],
      ["encodings", "encoding"],
      ["encoding", "itemEncoding prefixEncoding"],
    ],
    { text: "contentType style", flag: "explode allowReserved", list: "prefixEncoding" },
  ),
  links: named("link"),
  link: part(
    [
      ["data", "parameters requestBody"],
      ["server", "server"],
    ],
    { text: "$ref summary operationRef operationId description" },
  ),
  schemas: named("schema"),
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
  data: patterned("data"),
};

/** Adds the objects that are in other places in Swagger 2.0. */
function swagger(rule: Rule, ...children: readonly Child[]): Rule {
  const added = children.map(([kind, key]): [string, NodeKind] => [key, kind]);
  return { ...rule, children: new Map([...rule.children, ...added]) };
}

/** The kind of a child by its key. The items of an array are of the kind of the array. */
export function kindBelow(kind: NodeKind, key: string): NodeKind {
  const { children, others, extensible } = structure[kind];
  return children.get(key) ?? (extensible && key.startsWith("x-") ? "data" : others);
}

/** What the specification says that a key of an object takes; `null` for a key that it doesn't name. */
export function valueTypeOf(kind: NodeKind, key: string): ValueType | null {
  return structure[kind].values?.get(key) ?? null;
}

/** The keys that the specification names for an object; `null` where any key may be. */
export function knownKeys(kind: NodeKind): ReadonlyMap<string, ValueType> | null {
  const { values } = structure[kind];
  return kind === "unknown" ? null : values;
}

/** Whether an `x-…` in an object of this kind is an extension. */
export function mayExtend(kind: NodeKind): boolean {
  return structure[kind].extensible;
}

/**
 * Whether the object refers with its `$ref`. Where keys are names, `$ref` is one too, but for text:
 * nothing that is named is only text, and whole maps are kept in files of their own.
 */
export function isReference(node: JsonObject, kind: NodeKind): boolean {
  if (!Object.hasOwn(node, "$ref")) return false;
  return structure[kind].referable || typeof node["$ref"] === "string";
}

/** Whether keys are names in a part of this kind, so that nothing but the bundler follows its `$ref`. */
export function isMap(kind: NodeKind): boolean {
  return !structure[kind].referable;
}
