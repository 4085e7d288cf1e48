import {
  isObject,
  type Json,
  type JsonObject,
  type Place,
  pointerTo,
} from "../read/document/document.js";
import type { RetryPolicy } from "./api.js";
import { flagIn, listIn, numberIn, ownPlace, textIn, textsIn } from "./node.js";
import { retryPolicyFrom } from "./retry-policy.js";

// Spells the names of the extensions that a model is made of; those that change the document itself are
// done by `read/vendor-words.ts`. `generator/docs/extensions.md` says what each does.

/** The steps from the client to the group that an operation belongs to; of several groups, the first. */
export function groupOf(operation: JsonObject): readonly [string, ...string[]] | null {
  const text = textIn(operation, group) ?? textsIn(operation, group)[0] ?? "";
  const [first, ...more] = text.split(".").filter((step) => step.trim() !== "");
  return first === undefined ? null : [first, ...more.slice(0, deepestGroup)];
}

const group = "x-speakeasy-group";

/** Each step is a folder of the reference, and disks have limits. */
const deepestGroup = 7;

/** What an operation is called on its resource, a schema among the models, a parameter in a call. */
export function nameOverrideOf(node: JsonObject): string | null {
  return textIn(node, "x-speakeasy-name-override");
}

/** Names of methods by patterns of operation ids, as a document gives them for all of its operations. */
export function nameRulesOf(document: JsonObject): { pattern: string; name: string }[] {
  return listIn(document, "x-speakeasy-name-override").flatMap((rule) => {
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

/** The `operationId` of what is to be used instead of a deprecated operation. */
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

/** The statuses that are failures of an operation, a path or all paths, as the document writes them. */
export function failuresOf(node: JsonObject): {
  readonly statuses: readonly string[];
  /** Whether what is said further out doesn't hold here. */
  readonly isAlone: boolean;
} {
  const errors = ownPlace({ node, pointer: "" }, "x-speakeasy-errors")?.node ?? {};
  return {
    statuses: listIn(errors, "statusCodes").map(String),
    isAlone: flagIn(errors, "override"),
  };
}

/** Whether a field of a failure's payload is the sentence for people. */
export function isErrorMessage(schema: JsonObject): boolean {
  return flagIn(schema, "x-speakeasy-error-message");
}

/** Whether a value that an enum doesn't list may come all the same. */
export function isOpenEnum(schema: JsonObject): boolean {
  return textIn(schema, "x-speakeasy-unknown-values") === "allow";
}

/** What the values of an enum are called: a list in their order, or a map by value. */
export function enumNamesOf(schema: JsonObject): Json {
  return firstIn(schema, ["x-speakeasy-enums", "x-enum-varnames", "x-enumNames"]);
}

/** What the values of an enum mean: a list in their order, or a map by value. */
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

/** Whether an operation is one that people who are new should see first. */
export function isUsageExample(operation: JsonObject): boolean {
  const said = operation["x-speakeasy-usage-example"];
  return said === true || isObject(said);
}

/** What a document sorts its tags under. */
export function tagGroupsIn(document: JsonObject): { name: string; tags: readonly string[] }[] {
  return listIn(document, "x-tagGroups").flatMap((group) => {
    const name = isObject(group) ? textIn(group, "name") : null;
    return !isObject(group) || name === null ? [] : [{ name, tags: textsIn(group, "tags") }];
  });
}

/** The parameters that a client is given for all calls, or references to them. */
export function globalParametersIn(root: Place): Place[] {
  const globals = ownPlace(root, "x-speakeasy-globals");
  return globals === null
    ? []
    : listIn(globals.node, "parameters").flatMap((node, index) =>
        isObject(node) ? [{ node, pointer: pointerTo(globals.pointer, "parameters", index) }] : [],
      );
}

/** Whether a parameter of the client is none of a call. */
export function isHiddenGlobal(parameter: JsonObject): boolean {
  return flagIn(parameter, "x-speakeasy-globals-hidden");
}

/** What a server is chosen by. */
export function serverIdOf(server: JsonObject): string | null {
  return textIn(server, "x-speakeasy-server-id");
}

/** What a tag is called by people. */
export function displayNameOf(tag: JsonObject): string | null {
  return textIn(tag, "x-displayName");
}
