// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { Place } from "./parameter.js";

/** In the `Cookie` header, together with the others (RFC 6265, 4.2.1). */
export const inCookie: Place = ({ headers }, _, text) => {
  if (text) headers["Cookie"] = headers["Cookie"] ? `${headers["Cookie"]}; ${text}` : text;
};
