import type { BodySettings } from "./operation.js";
import { isGiven } from "./style.js";
import { jsonPair } from "./style-content.js";
import { formExplodedStyle } from "./style-form.js";

/**
 * The text of a form: each field in the style of its encoding; by default objects are JSON and
 * other values are written as in a query (OpenAPI 3.1, Encoding Object).
 */
export function formText(value: unknown, encodings: BodySettings["encodings"] = {}): string {
  const pairs = Object.entries(Object(value)).flatMap(([name, each]) => {
    if (!isGiven(each)) return [];
    const isObject = typeof each === "object" && !Array.isArray(each) && !(each instanceof Date);
    const { write = isObject ? jsonPair : formExplodedStyle, encode } = encodings[name] ?? {};
    return write(name, each, encode) || [];
  });
  // Forms encode a space as `+` (URL Standard, application/x-www-form-urlencoded).
  return pairs.join("&").replaceAll("%20", "+");
}
