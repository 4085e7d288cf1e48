import type { Parameter, Place } from "./parameter.js";
import { formExplodedStyle } from "./style-form.js";

/** Adds the parameter to the query. An empty list or object isn't sent. */
export const inQuery: Place = ({ query }, _, text) => {
  if (text) query.push(text);
};

/** A query parameter in the default style, `form` with `explode` (OpenAPI 3.1, Parameter Object). */
export const queryParameter: Parameter = { in: inQuery, write: formExplodedStyle };
