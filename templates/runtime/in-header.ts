import type { Parameter, Place } from "./parameter.js";
import { headerStyle } from "./style-simple.js";

/** Sends the parameter as a header. */
export const inHeader: Place = ({ headers }, name, text) => {
  if (text !== undefined) headers[name] = text;
};

/** A header parameter in the default style, `simple`. */
export const headerParameter: Parameter = { in: inHeader, write: headerStyle };
