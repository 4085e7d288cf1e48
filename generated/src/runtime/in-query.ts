// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { Place } from "./parameter.js";

/** In the query. Lists and objects of nothing are written as nothing, and not sent. */
export const inQuery: Place = ({ query }, _, text) => {
  if (text) query.push(text);
};
