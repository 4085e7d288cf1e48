import { isObject, type JsonObject } from "./document.js";
import { namedSchemasIn } from "./inheritance.js";

/** Marks a named schema that was made from another one, for requests alone. */
export const requestForm = "x-sdkwright-request-form";

/** The names of the schemas that were made for requests alone. */
export function requestFormsIn(document: JsonObject): Set<string> {
  const forms = Object.entries(namedSchemasIn(document)).filter(
    ([, schema]) => isObject(schema) && schema[requestForm] === true,
  );
  return new Set(forms.map(([name]) => name));
}
