import type { Place } from "./parameter.js";

/** In a header of its own. */
export const inHeader: Place = ({ headers }, name, text) => {
  if (text !== undefined) headers[name] = text;
};
