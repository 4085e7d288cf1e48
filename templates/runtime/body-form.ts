import { bodyIn } from "./body.js";
import type { BodyWriter } from "./operation.js";
import { isGiven } from "./style.js";
import { jsonPair } from "./style-content.js";
import { formExplodedStyle } from "./style-form.js";

/**
 * `application/x-www-form-urlencoded`: each field as its encoding has it, else objects as JSON and
 * the rest as in a query (OpenAPI 3.1, Encoding Object).
 */
export const formBody: BodyWriter = (fields, body) => {
  const value = bodyIn(fields, body);
  if (value === undefined) return undefined;
  const { encodings = {}, contentType } = body;
  const pairs = Object.entries(Object(value)).flatMap(([name, each]) => {
    if (!isGiven(each)) return [];
    const isObject = typeof each === "object" && !Array.isArray(each) && !(each instanceof Date);
    const { write = isObject ? jsonPair : formExplodedStyle, encode } = encodings[name] ?? {};
    return write(name, each, encode) || [];
  });
  // A form writes a space as a plus (URL, application/x-www-form-urlencoded).
  return { body: pairs.join("&").replaceAll("%20", "+"), contentType };
};
