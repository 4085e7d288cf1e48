import { isObject, type JsonObject } from "../read/document/document.js";
import type { RetryPolicy } from "./api.js";
import { listIn, numberIn, textIn } from "./node.js";

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
