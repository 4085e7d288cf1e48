import type { Place } from "./parameter.js";

/** In the `Cookie` header, together with the others (RFC 6265, 4.2.1). */
export const inCookie: Place = ({ headers }, _, text) => {
  if (text) headers["Cookie"] = headers["Cookie"] ? `${headers["Cookie"]}; ${text}` : text;
};
