import { pointerTo } from "../pointer.js";
import { isObject, type Json, type JsonObject, type Place } from "../read/document/document.js";
import type { RetryPolicy } from "./api/operation.js";
import type { Deprecation } from "./api/schema.js";
import { flagIn, listIn, numberIn, ownPlace, textIn, textsIn } from "./node.js";

// Reads the extensions that affect the model; `read/normalize/apply-extensions.ts` applies those
// that change the document. `generator/docs/extensions.md` describes each.

/** The path from the client to the group of an operation; only the first of several groups. */
export function groupOf(operation: JsonObject): readonly [string, ...string[]] | null {
  const text = textIn(operation, group) ?? textsIn(operation, group)[0] ?? null;
  const steps =
    text?.split(".") ??
    [textIn(operation, steppedGroup) ?? textsIn(operation, steppedGroup)].flat();
  const [first, ...more] = steps.filter((step) => step.trim() !== "");
  return first === undefined ? null : [first, ...more.slice(0, deepestGroup)];
}

const group = "x-speakeasy-group";
/** A step, or a list with each step. */
const steppedGroup = "x-fern-sdk-group-name";

/** Each step is a folder of the reference pages, and file systems limit the depth. */
const deepestGroup = 7;

/** The name of an operation on its resource. */
export function methodNameOf(operation: JsonObject): string | null {
  return textIn(operation, override) ?? textIn(operation, "x-fern-sdk-method-name");
}

/** The name of a parameter in a call. */
export function parameterNameOf(parameter: JsonObject): string | null {
  return textIn(parameter, override) ?? textIn(parameter, "x-fern-parameter-name");
}

/** The name of a named schema's type. */
export function schemaNameOf(schema: JsonObject): string | null {
  return textIn(schema, override) ?? textIn(schema, "x-fern-type-name");
}

const override = "x-speakeasy-name-override";

/** The document-wide rules that name methods by patterns of operation ids. */
export function nameRulesOf(document: JsonObject): { pattern: string; name: string }[] {
  return listIn(document, override).flatMap((rule) => {
    if (!isObject(rule)) return [];
    const pattern = textIn(rule, "operationId");
    const name = textIn(rule, "methodNameOverride");
    return pattern === null || name === null ? [] : [{ pattern, name }];
  });
}

/** Why something is deprecated. */
export function deprecationMessageOf(node: JsonObject): string | null {
  return textIn(node, "x-speakeasy-deprecation-message");
}

/** The `operationId` of the replacement for a deprecated operation. */
export function replacementOf(operation: JsonObject): string | null {
  return textIn(operation, "x-speakeasy-deprecation-replacement");
}

/** The retry policy of a document or an operation. */
export function retriesOf(node: JsonObject): RetryPolicy | null {
  const retries = ownPlace({ node, pointer: "" }, "x-speakeasy-retries");
  return retries && retryPolicyFrom(retries.node);
}

/** The time limit of a document or an operation, in milliseconds. */
export function timeoutOf(node: JsonObject): number | null {
  const timeout = numberIn(node, "x-speakeasy-timeout");
  return timeout !== null && timeout >= 0 ? timeout : null;
}

/** The failure statuses of an operation, a path or all paths, as the document writes them. */
export function failuresOf(node: JsonObject): {
  readonly statuses: readonly string[];
  /** Whether the statuses replace those of the outer levels. */
  readonly replacesOuter: boolean;
} {
  const errors = ownPlace({ node, pointer: "" }, "x-speakeasy-errors")?.node ?? {};
  return {
    statuses: listIn(errors, "statusCodes").map(String),
    replacesOuter: flagIn(errors, "override"),
  };
}

/** Whether a field of an error payload is the human-readable message. */
export function isErrorMessage(schema: JsonObject): boolean {
  return flagIn(schema, "x-speakeasy-error-message");
}

/** Whether values that an enum doesn't list may occur. */
export function isOpenEnum(schema: JsonObject): boolean {
  return textIn(schema, "x-speakeasy-unknown-values") === "allow";
}

/** The names of an enum's values: a list in their order, or a map by value. */
export function enumNamesOf(schema: JsonObject): Json {
  return firstIn(schema, ["x-speakeasy-enums", "x-enum-varnames", "x-enumNames"]);
}

/** The descriptions of an enum's values: a list in their order, or a map by value. */
export function enumDescriptionsOf(schema: JsonObject): Json {
  return firstIn(schema, [
    "x-speakeasy-enum-descriptions",
    "x-enum-descriptions",
    "x-enumDescriptions",
  ]);
}

function firstIn(node: JsonObject, names: readonly string[]): Json {
  const name = names.find((each) => Object.hasOwn(node, each));
  return (name !== undefined && node[name]) || null;
}

/** Whether an operation is one that new users should see first. */
export function isUsageExample(operation: JsonObject): boolean {
  const value = operation["x-speakeasy-usage-example"];
  return value === true || isObject(value);
}

/** The sections that a document groups its tags into. */
export function tagGroupsIn(document: JsonObject): { name: string; tags: readonly string[] }[] {
  return listIn(document, "x-tagGroups").flatMap((group) => {
    const name = isObject(group) ? textIn(group, "name") : null;
    return !isObject(group) || name === null ? [] : [{ name, tags: textsIn(group, "tags") }];
  });
}

/** The parameters that a client sets for all calls, or references to them. */
export function globalParametersIn(root: Place): Place[] {
  const globals = ownPlace(root, "x-speakeasy-globals");
  return globals === null
    ? []
    : listIn(globals.node, "parameters").flatMap((node, index) =>
        isObject(node) ? [{ node, pointer: pointerTo(globals.pointer, "parameters", index) }] : [],
      );
}

/** Whether only the client can set a parameter, and not a call. */
export function isHiddenGlobal(parameter: JsonObject): boolean {
  return flagIn(parameter, "x-speakeasy-globals-hidden");
}

/** The id that selects a server. */
export function serverIdOf(server: JsonObject): string | null {
  return textIn(server, "x-speakeasy-server-id");
}

/** The display name of a tag. */
export function displayNameOf(tag: JsonObject): string | null {
  return textIn(tag, "x-displayName");
}

/** Whether a path describes what the API sends and not what it receives. */
export function isWebhook(pathItem: JsonObject, operation: JsonObject): boolean {
  return [pathItem, operation].some((node) => flagIn(node, "x-fern-webhook"));
}

/** Fern's description of how webhooks are signed, in a document or a webhook. */
export function fernSignatureOf(node: JsonObject): JsonObject | null {
  return ownPlace({ node, pointer: "" }, "x-fern-webhook-signature")?.node ?? null;
}

/** Speakeasy's description of how webhooks are signed. */
export function speakeasySignatureOf(document: JsonObject): JsonObject | null {
  const webhooks = ownPlace({ node: document, pointer: "" }, "x-speakeasy-webhooks");
  return (webhooks && ownPlace(webhooks, "security"))?.node ?? null;
}

/**
 * The field of a request that chooses between a stream and another result; `false` if none does,
 * `null` if the document doesn't say.
 */
export function streamFieldOf(operation: JsonObject): string | false | null {
  if (operation["x-speakeasy-sse-overload"] === false) return false;
  const own = textIn(operation, "x-speakeasy-stream-request-field");
  if (own !== null) return own;
  const fern = ownPlace({ node: operation, pointer: "" }, "x-fern-streaming");
  const condition = textIn(fern?.node ?? {}, "stream-condition");
  return condition === null ? null : condition.replace(/^\$request\.((body|query)\.)?/, "");
}

/** The extension that says that an operation streams; `null` if none does. */
export function streamsDeclaredBy(operation: JsonObject): string | null {
  const names = ["x-speakeasy-stream-request-field", "x-fern-streaming", "x-scalar-streaming"];
  return names.find((name) => (operation[name] ?? false) !== false) ?? null;
}

/** The data that ends a stream. */
export function sentinelOf(mediaType: JsonObject): string | null {
  return textIn(mediaType, "x-speakeasy-sse-sentinel");
}

/** A retry policy as documents write it; `null` if nothing in it is understood. */
export function retryPolicyFrom(retries: JsonObject): RetryPolicy | null {
  const strategy = textIn(retries, "strategy");
  if (strategy === "none") return { strategy };
  if (strategy !== "backoff") return null;
  const backoff = isObject(retries["backoff"]) ? retries["backoff"] : {};
  const connection = retries["retryConnectionErrors"];
  return {
    strategy,
    initialInterval: numberIn(backoff, "initialInterval"),
    maxInterval: numberIn(backoff, "maxInterval"),
    exponent: numberIn(backoff, "exponent"),
    maxElapsedTime: numberIn(backoff, "maxElapsedTime"),
    statusCodes: Array.isArray(retries["statusCodes"]) ? statusCodesIn(retries) : null,
    retryConnectionErrors: typeof connection === "boolean" ? connection : null,
  };
}

function statusCodesIn(retries: JsonObject): (number | string)[] {
  return listIn(retries, "statusCodes").flatMap((code): (number | string)[] => {
    if (typeof code === "number") return [code];
    if (typeof code !== "string") return [];
    if (/^[1-5]XX$/i.test(code)) return [code.toUpperCase()];
    return /^[1-5]\d\d$/.test(code) ? [Number(code)] : [];
  });
}

export function deprecationOf(node: JsonObject): Deprecation | null {
  const reason = deprecationMessageOf(node);
  return flagIn(node, "deprecated") || reason !== null ? { reason } : null;
}
