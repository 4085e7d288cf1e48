import type { BodySettings } from "./operation.js";
import { isGiven } from "./style.js";
import { jsonPair } from "./style-content.js";
import { formExplodedStyle } from "./style-form.js";

/**
 * A form: each field as its encoding has it, else objects as JSON and the rest as in a query
 * (OpenAPI 3.1, Encoding Object).
 */
export function formText(value: unknown, encodings: BodySettings["encodings"] = {}): string {
  const pairs = Object.entries(Object(value)).flatMap(([name, each]) => {
    if (!isGiven(each)) return [];
    const isObject = typeof each === "object" && !Array.isArray(each) && !(each instanceof Date);
    const { write = isObject ? jsonPair : formExplodedStyle, encode } = encodings[name] ?? {};
    return write(name, each, encode) || [];
  });
  // A form writes a space as a plus (URL, application/x-www-form-urlencoded).
  return pairs.join("&").replaceAll("%20", "+");
}
