import type { Place } from "./parameter.js";

/** In the query. Lists and objects of nothing are written as nothing, and not sent. */
export const inQuery: Place = ({ query }, _, text) => {
  if (text) query.push(text);
};
