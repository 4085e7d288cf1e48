import { InvalidRequestError } from "./errors.js";
import type { Parameter, Place } from "./parameter.js";
import { simpleStyle } from "./style-simple.js";

/**
 * Inserts the value into the path. Rejects a value that is missing or would change the path's
 * segments.
 */
export const inPath: Place = (written, name, text, call) => {
  if (!text) throw new InvalidRequestError(call, `the path needs a value for ${name}`);
  written.path = written.path.replaceAll(`{${name}}`, () => text);
  // Browsers and servers resolve `.` and `..` segments, which would lead to another path.
  if (/(^|\/)\.\.?(\/|$)/.test(written.path)) {
    throw new InvalidRequestError(call, `${written.path} would change the path`);
  }
};

/** A path parameter in the default style, `simple`. */
export const pathParameter: Parameter = { in: inPath, write: simpleStyle };
