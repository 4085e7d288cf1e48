import { grouped } from "../../grouped.js";
import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { targetOf } from "../document/references.js";
import { sequenceFormatOf } from "../document/sequential-media-types.js";
import { documentOf, pointerOf, type Visit, walk } from "../document/walk.js";
import { isEventData } from "./event-data.js";
import type { Finding } from "./finding.js";

/** A feature of OpenAPI that the package doesn't support. */
export interface Limitation {
  /** Its item in the list of the guide, `generator/docs/limitations.md`. */
  readonly text: string;
  /** The keys that declare it; none if another check or the generated page mentions it. */
  readonly declaredBy: readonly Declaration[];
}

interface Declaration {
  readonly kind: NodeKind;
  readonly keys: readonly string[];
  /** Whether a value uses the feature; by default every value that isn't empty does. */
  readonly isUsed?: (value: Json, visit: Visit) => boolean;
  /** The effect and the remedy, worded to follow the name of the key. */
  readonly outcome: string | ((value: Json) => string);
}

const inDescription =
  "isn't checked and doesn't affect the type: also describe it in `description`";

/** Every unsupported feature. Those with keys in `declaredBy` get a warning where a document uses them. */
export const limitations: readonly Limitation[] = [
  {
    text: "Links between operations (`links`) are listed on the pages, but no method follows them.",
    declaredBy: [],
  },
  {
    text: "If an error has several JSON payloads, its class describes the first.",
    declaredBy: [],
  },
  {
    text: "Schema conditions (`not`, `if`, `then`, `else`, `contains`, `propertyNames`, `dependentRequired`, `dependentSchemas`, `unevaluatedItems`, `unevaluatedProperties`, `contentSchema`) don't affect types, and values aren't checked against them. The `contentSchema` of the data of an event is its type.",
    declaredBy: [
      {
        kind: "schema",
        keys: "not if contains propertyNames dependentRequired dependentSchemas".split(" "),
        outcome: inDescription,
      },
      {
        ...{ kind: "schema", keys: ["contentSchema"] },
        isUsed: (value, visit) => isNotEmpty(value) && !isEventData(visit),
        outcome: inDescription,
      },
      {
        ...{ kind: "schema", keys: ["unevaluatedItems", "unevaluatedProperties"] },
        isUsed: (value) => value !== true,
        outcome: inDescription,
      },
    ],
  },
  {
    text: "XML isn't parsed: bodies and responses are text, and `xml` is ignored.",
    declaredBy: [
      {
        ...{ kind: "mediaType", keys: ["schema"] },
        isUsed: (value, { key, parent }) =>
          isXml(key) && isNotEmpty(value) && !isText(value) && !hasJson(parent) && isBody(parent),
        outcome: "of XML is ignored, because XML isn't parsed: the type of the body is `string`",
      },
    ],
  },
  {
    text: "Text such as CSV, YAML and `text/plain` isn't parsed: bodies and responses are strings, whatever their schema is.",
    declaredBy: [
      {
        ...{ kind: "mediaType", keys: ["schema"] },
        isUsed: (value, visit) =>
          isPlainText(visit.key) &&
          !hasJson(visit.parent) &&
          isBody(visit.parent) &&
          isStructured(value, visit),
        outcome:
          "of a text is ignored, because only JSON is parsed: the type of the body is `string`",
      },
    ],
  },
  {
    text: "Numbers are JavaScript's: integers beyond ±(2^53 − 1) are rounded, also those of `format: int64`.",
    declaredBy: (["schema", "parameter", "header", "mediaType"] as const).map((kind) => ({
      ...{ kind, keys: ["default", "example", "const"] },
      isUsed: (value) => Number.isInteger(value) && !Number.isSafeInteger(value),
      outcome: (value) =>
        `is rounded to ${value}, because JavaScript's numbers have 53 bits: describe it as text, with \`type: string\``,
    })),
  },
  {
    text: "Multipart sequences (`itemSchema` of `multipart/mixed`, OpenAPI 3.2) are returned as bytes.",
    declaredBy: [
      {
        ...{ kind: "mediaType", keys: ["itemSchema"] },
        isUsed: (_, { key }) => /^multipart\//i.test(key),
        outcome: "of a multipart body is ignored, because its parts aren't read: the body is bytes",
      },
    ],
  },
  {
    text: "The whole query string (`in: querystring`) can be a form or JSON; its `encoding` is ignored.",
    declaredBy: [],
  },
  {
    text: "Headers of an `encoding` are sent if their schema has a `const` or a `default`; a file can have headers of its own.",
    declaredBy: [],
  },
  {
    text: "If an optional parameter or field has the name of a member that every object has, such as `constructor` or `toString`, TypeScript rejects object literals without it: write `constructor: undefined`.",
    declaredBy: [],
  },
  {
    text: "`$self` names a document for references, but relative files are still looked up next to the actual file.",
    declaredBy: [],
  },
  {
    text: "Dynamic references that depend on the surrounding schema are treated as ordinary references.",
    declaredBy: [],
  },
  {
    text: "OAuth flows other than client credentials: pass the token that you obtained to the client.",
    declaredBy: [],
  },
  {
    text: "Security schemes other than API keys, basic, bearer tokens, OAuth 2 and OpenID Connect, such as `mutualTLS` and HTTP digest, add no credential: use the option `headers` or `fetch`.",
    declaredBy: [],
  },
  {
    text: "The body of a GET or HEAD is left out, because `fetch` can't send it.",
    declaredBy: [],
  },
  {
    text: "Examples in other files (`externalValue`) and those of the text that is sent (`serializedValue`, OpenAPI 3.2) aren't on the pages.",
    declaredBy: (["parameter", "header", "mediaType", "components"] as const).map((kind) => ({
      ...{ kind, keys: ["examples"] },
      isUsed: (value) => isObject(value) && Object.values(value).some(isWithoutValue),
      outcome: "has an example without a `value`, which isn't on the page: add its `value`",
    })),
  },
  {
    text: "Unions list all of their members, also those with `x-speakeasy-unknown-values: allow`.",
    declaredBy: [
      {
        ...{ kind: "schema", keys: ["x-speakeasy-unknown-values"] },
        isUsed: (value, { node }) => value === "allow" && ("oneOf" in node || "anyOf" in node),
        outcome:
          "has no effect on a union: add a member for other values, such as `type: object`, or remove the extension",
      },
    ],
  },
  {
    text: "Extensions that aren't in the guide to extensions have no effect, such as `x-speakeasy-entity`, which describes a Terraform provider.",
    declaredBy: [],
  },
  {
    text: "`fetch` can't send TRACE: its calls fail, except with an option `fetch` that can. CONNECT and TRACK are left out.",
    declaredBy: [
      {
        ...{ kind: "pathItem", keys: ["trace"] },
        outcome: "can't be sent by `fetch`: its calls need a client option `fetch` that can",
      },
    ],
  },
  {
    text: "Receivers read webhooks as JSON: a webhook with only other media types is left out.",
    declaredBy: [],
  },
  {
    text: "Parameters of webhooks, such as headers, aren't part of the events: read them from the request that the receiver gets.",
    declaredBy: [],
  },
  {
    text: "Signatures of webhooks with public keys from a URL, or with a custom scheme, can't be verified: the receiver requires `verify: false`.",
    declaredBy: [],
  },
];

/** Warnings for the unsupported features that a document uses. */
export function unsupportedIn(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    const declarations = isObject(node) ? byKind.get(kind) : undefined;
    if (declarations === undefined || !isObject(node)) return [];
    return declarations.flatMap((declaration) =>
      declaration.keys.flatMap((key) => {
        const value = Object.hasOwn(node, key) ? node[key] : undefined;
        const isUsed = declaration.isUsed ?? isNotEmpty;
        return value !== undefined && isUsed(value, visit)
          ? [finding(visit, key, value, declaration)]
          : [];
      }),
    );
  });
}

function finding(visit: Visit, key: string, value: Json, { outcome }: Declaration): Finding {
  const text = typeof outcome === "string" ? outcome : outcome(value);
  const pointer = pointerTo(pointerOf(visit), key);
  return { problem: warningAt(pointer, `\`${key}\` ${text}`, `unsupported-${key}`), fix: null };
}

function isXml(contentType: string): boolean {
  return /[/+]xml\b/i.test(contentType);
}

function isText(schema: Json): boolean {
  return isObject(schema) && schema["type"] === "string";
}

/** Text other than XML, JSON and sequences of items. */
function isPlainText(contentType: string): boolean {
  return (
    /^text\/|[/+](yaml|x-yaml|csv)\b/i.test(contentType) &&
    !/[/+](xml|json)\b/i.test(contentType) &&
    sequenceFormatOf(contentType) === null
  );
}

/** The deepest chain of references that is followed. */
const longestChain = 50;

/** Whether a schema, after its references, has a type other than text. */
function isStructured(schema: Json, visit: Visit, depth = 0): boolean {
  if (!isObject(schema) || depth > longestChain) return false;
  const { $ref, type, properties, items } = schema;
  if (typeof $ref === "string") {
    const target = targetOf(documentOf(visit), $ref);
    return target.kind === "object" && isStructured(target.place.node, visit, depth + 1);
  }
  const types = typeof type === "string" ? [type] : Array.isArray(type) ? type : [];
  return types.length > 0 ? !types.includes("string") : (properties ?? items) !== undefined;
}

/** Whether the content is that of a body and not that of a parameter, which can be sent as JSON. */
function isBody(content: Visit | null): boolean {
  return content?.parent?.kind === "requestBody" || content?.parent?.kind === "response";
}

/** Whether the schema of a body also describes JSON. */
function hasJson(content: Visit | null): boolean {
  return content !== null && Object.keys(content.node).some((key) => /[/+]json\b|\*/i.test(key));
}

/** Whether an example has its value in another file, or only as it is sent. */
function isWithoutValue(example: Json): boolean {
  if (!isObject(example) || "value" in example || "dataValue" in example) return false;
  return "externalValue" in example || "serializedValue" in example;
}

function isNotEmpty(value: Json): boolean {
  if (isObject(value)) return Object.keys(value).length > 0;
  return !Array.isArray(value) || value.length > 0;
}

const byKind = grouped(
  limitations
    .flatMap(({ declaredBy }) => declaredBy)
    .map((declaration) => [declaration.kind, declaration] as const),
);
