import { isObject, type JsonObject } from "../read/document.js";
import type { RetryPolicy } from "./api.js";
import { flagIn, listIn, numberIn, ownPlace, textIn } from "./node.js";

// The only file that spells an extension's name.

/** The words of the group that an operation belongs to. */
export function groupOf(operation: JsonObject): string | null {
  return textIn(operation, "x-speakeasy-group");
}

/** What an operation is called on its resource. */
export function nameOverrideOf(operation: JsonObject): string | null {
  return textIn(operation, "x-speakeasy-name-override");
}

export function isIgnored(node: JsonObject): boolean {
  return flagIn(node, "x-speakeasy-ignore");
}

/** Why something is deprecated. */
export function deprecationMessageOf(node: JsonObject): string | null {
  return textIn(node, "x-speakeasy-deprecation-message");
}

/** The retry policy of a document or an operation. */
export function retriesOf(node: JsonObject): RetryPolicy | null {
  const retries = ownPlace({ node, pointer: "" }, "x-speakeasy-retries")?.node;
  if (retries === undefined) return null;
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
