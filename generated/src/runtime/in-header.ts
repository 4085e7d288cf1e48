// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { Place } from "./parameter.js";

/** In a header of its own. */
export const inHeader: Place = ({ headers }, name, text) => {
  if (text !== undefined) headers[name] = text;
};
