import { pointerTo } from "../pointer.js";
import { type Problem, warningAt } from "../problem.js";
import { type Document, isObject, type Json } from "../read/document/document.js";
import { mayExtend } from "../read/document/openapi-structure.js";
import { pointerOf, type Visit, walk } from "../read/document/walk.js";
import { failuresOf, groupOf, nameRulesOf, retryPolicyFrom } from "./extensions.js";
import { expressionFrom } from "./operation-names.js";

/** A kind of node that an extension is read from. */
type ExtensionLocation =
  | (
      | "document"
      | "paths"
      | "path"
      | "operation"
      | "parameter"
      | "server"
      | "response"
      | "mediaType"
    )
  | ("schema" | "component")
  /** Such as a tag. */
  | "elsewhere";

interface Known {
  readonly locations: readonly ExtensionLocation[];
  /** Whether a value is understood. */
  readonly accepts: (value: Json) => boolean;
}

const isText = (value: Json): boolean => typeof value === "string" && value.trim() !== "";
const isFlag = (value: Json) => typeof value === "boolean";
const isTime = (value: Json) => typeof value === "number" && value >= 0;
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isListOrMap = (value: Json) => isList(value) || isObject(value);
const isUnknownValuesMode = (value: Json) => value === "allow" || value === "disallow";
const isAny = () => true;

const schemas: readonly ExtensionLocation[] = ["schema", "component"];

const ignore: Known = {
  locations: ["path", "operation", "parameter", "schema", "component"],
  accepts: (value) => value === false,
};

/**
 * Every supported extension and where it is read; `generator/docs/extensions.md` describes them.
 */
export const knownExtensions: Readonly<Record<string, Known>> = {
  "x-speakeasy-group": { locations: ["operation"], accepts: isGroup },
  "x-fern-sdk-group-name": { locations: ["operation"], accepts: isSteps },
  "x-fern-sdk-method-name": { locations: ["operation"], accepts: isText },
  "x-fern-parameter-name": { locations: ["parameter"], accepts: isText },
  "x-fern-type-name": { locations: ["component"], accepts: isText },
  "x-speakeasy-name-override": {
    locations: ["document", "operation", "parameter", "component"],
    accepts: (value) => isText(value) || isNameRules(value),
  },
  // Ignored nodes are removed before modeling; those that are still marked are required by
  // something else.
  "x-speakeasy-ignore": ignore,
  "x-fern-ignore": ignore,
  "x-nullable": { locations: schemas, accepts: isFlag },
  "x-speakeasy-retries": { locations: ["document", "operation"], accepts: isPolicy },
  "x-speakeasy-timeout": { locations: ["document", "operation"], accepts: isTime },
  "x-speakeasy-errors": { locations: ["paths", "path", "operation"], accepts: isFailures },
  "x-tagGroups": { locations: ["document"], accepts: isList },
  "x-displayName": { locations: ["elsewhere"], accepts: isText },
  "x-speakeasy-unknown-values": { locations: schemas, accepts: isUnknownValuesMode },
  "x-speakeasy-enums": { locations: schemas, accepts: isListOrMap },
  "x-enum-varnames": { locations: schemas, accepts: isListOrMap },
  "x-enumNames": { locations: schemas, accepts: isListOrMap },
  "x-speakeasy-enum-descriptions": { locations: schemas, accepts: isListOrMap },
  "x-enum-descriptions": { locations: schemas, accepts: isListOrMap },
  "x-enumDescriptions": { locations: schemas, accepts: isListOrMap },
  "x-speakeasy-error-message": { locations: schemas, accepts: isFlag },
  "x-speakeasy-deprecation-message": {
    locations: ["operation", "parameter", "schema", "component"],
    accepts: isText,
  },
  "x-speakeasy-deprecation-replacement": { locations: ["operation"], accepts: isText },
  "x-speakeasy-server-id": { locations: ["server"], accepts: isText },
  "x-speakeasy-sse-sentinel": { locations: ["mediaType"], accepts: isText },
  "x-speakeasy-sse-overload": { locations: ["operation"], accepts: isFlag },
  "x-speakeasy-stream-request-field": { locations: ["operation"], accepts: isText },
  "x-fern-streaming": { locations: ["operation"], accepts: isFernStreaming },
  "x-scalar-streaming": {
    locations: ["operation", "response"],
    accepts: (value) => value === "sse" || value === "jsonl",
  },
  "x-speakeasy-usage-example": { locations: ["operation"], accepts: isAny },
  "x-speakeasy-globals": { locations: ["document"], accepts: isGlobals },
  "x-speakeasy-globals-hidden": { locations: ["parameter"], accepts: isFlag },
  "x-speakeasy-pagination": { locations: ["operation"], accepts: isObject },
  "x-fern-pagination": {
    locations: ["document", "operation"],
    accepts: (n) => n === true || isObject(n),
  },
  "x-stainless-pagination-property": { locations: ["parameter", ...schemas], accepts: isObject },
  "x-scalar-pagination": { locations: ["document", "operation"], accepts: isAny },
  "x-redoclyPagination": { locations: ["operation"], accepts: (n) => n === false || isObject(n) },
  "x-redocly-pagination": { locations: ["operation"], accepts: (n) => n === false || isObject(n) },
  "x-ms-pageable": { locations: ["operation"], accepts: isObject },
  "x-fern-webhook": { locations: ["path", "operation"], accepts: isFlag },
  "x-fern-webhook-signature": { locations: ["document", "operation"], accepts: isObject },
  "x-speakeasy-webhooks": { locations: ["document"], accepts: isObject },
  // A call always takes one object, as if no parameter could be positional.
  "x-speakeasy-max-method-params": {
    locations: ["document", "operation"],
    accepts: (n) => n === 0,
  },
};

function isGroup(value: Json): boolean {
  // An operation belongs to one resource, so that it has one page and one module.
  return groupOf({ "x-speakeasy-group": value }) !== null && !(isList(value) && value.length > 1);
}

function isSteps(value: Json): boolean {
  return isList(value) ? value.length > 0 && value.every(isText) : isText(value);
}

function isNameRules(value: Json): boolean {
  const rules = nameRulesOf({ "x-speakeasy-name-override": value });
  return (
    isList(value) &&
    rules.length === value.length &&
    rules.every(({ pattern }) => expressionFrom(pattern) !== null)
  );
}

function isFernStreaming(value: Json): boolean {
  if (!isObject(value)) return isFlag(value);
  const { format = "json", "stream-condition": condition = "$request.stream" } = value;
  return (format === "json" || format === "sse") && isText(condition);
}

function isPolicy(value: Json): boolean {
  return isObject(value) && retryPolicyFrom(value) !== null;
}

function isGlobals(value: Json): boolean {
  return isObject(value) && isList(value["parameters"] ?? null);
}

/** Statuses from 200 to 299 can't be failures. */
function isFailures(value: Json): boolean {
  const { statuses } = failuresOf({ "x-speakeasy-errors": value });
  return isObject(value) && statuses.every((status) => /^([345](\d\d|XX)|default)$/i.test(status));
}

/**
 * A warning for each extension without an effect: unknown, in the wrong place, or with a value that
 * isn't understood.
 */
export function extensionProblems(document: Document): Problem[] {
  const ignored = new Map<string, { readonly first: string; count: number }>();
  for (const visit of walk(document, "outside-in")) {
    if (!isObject(visit.node)) continue;
    for (const key of Object.keys(visit.node)) {
      if (!key.startsWith("x-") || !isExtensionIn(visit, key)) continue;
      const message = messageAbout(key, visit.node[key] ?? null, visit);
      if (message === null) continue;
      const found = ignored.get(message);
      if (found) found.count += 1;
      else ignored.set(message, { first: pointerTo(pointerOf(visit), key), count: 1 });
    }
  }
  return [...ignored].map(([message, { first, count }]) =>
    warningAt(
      first,
      count === 1 ? message : `${message} (${count} occurrences)`,
      "unsupported-extension",
    ),
  );
}

function isExtensionIn({ kind }: Visit, key: string): boolean {
  return (vendors.test(key) || Object.hasOwn(knownExtensions, key)) && mayExtend(kind);
}

/** Prefixes of extensions that change the output of other generators. */
const vendors =
  /^x-(speakeasy|fern|stainless)-|^x-ms-(paths|parameterized-host|long-running-operation|client-name|client-flatten|enum|discriminator-value|skip-url-encoding|parameter-grouping)$/;

function messageAbout(name: string, value: Json, visit: Visit): string | null {
  const known = Object.hasOwn(knownExtensions, name) ? knownExtensions[name] : undefined;
  if (known === undefined)
    return `${name} isn't supported and has no effect: see the guide to extensions`;
  const location = locationOf(visit);
  if (!known.locations.includes(location)) {
    const wanted = known.locations.filter(
      (each) => each !== "component" || !known.locations.includes("schema"),
    );
    const alternatives = new Intl.ListFormat("en", { type: "disjunction" });
    const right = alternatives.format(wanted.map((each) => locationNames[each]));
    return `${name} has no effect here: move it to ${right}`;
  }
  return known.accepts(value)
    ? null
    : `${name} has a value that isn't understood and is ignored: see the guide to extensions`;
}

const locationNames: Readonly<Record<ExtensionLocation, string>> = {
  document: "the document",
  paths: "`paths`",
  path: "a path",
  operation: "an operation",
  parameter: "a parameter",
  server: "a server",
  response: "a response",
  mediaType: "a media type",
  schema: "a schema",
  component: "a named schema",
  elsewhere: "a tag",
};

function locationOf({ kind, parent }: Visit): ExtensionLocation {
  switch (kind) {
    case "pathItem":
      return "path";
    case "schema":
      return parent?.parent?.kind === "components" ? "component" : "schema";
    case "document":
    case "paths":
    case "operation":
    case "parameter":
    case "server":
    case "response":
    case "mediaType":
      return kind;
    case "header":
      return "parameter";
    default:
      return "elsewhere";
  }
}
