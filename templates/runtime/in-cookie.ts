import type { Parameter, Place } from "./parameter.js";
import { formExplodedStyle } from "./style-form.js";

/** Adds the parameter to the `Cookie` header (RFC 6265, 4.2.1). */
export const inCookie: Place = ({ headers }, _, text) => {
  if (text) headers["Cookie"] = headers["Cookie"] ? `${headers["Cookie"]}; ${text}` : text;
};

/** A cookie parameter in the default style, `form` with `explode`. */
export const cookieParameter: Parameter = { in: inCookie, write: formExplodedStyle };
