import { InvalidRequestError } from "./errors.js";
import type { Parameter, Place } from "./parameter.js";
import { simpleStyle } from "./style-simple.js";

/** In the path: a value that is missing or would reach another resource is refused. */
export const inPath: Place = (written, name, text, call) => {
  if (!text) throw new InvalidRequestError(call, `the path needs a value for ${name}`);
  written.path = written.path.replace(`{${name}}`, () => text);
  // A browser or server would take such a segment for a step up or none, and be elsewhere.
  if (/(^|\/)\.\.?(\/|$)/.test(written.path)) {
    throw new InvalidRequestError(call, `${written.path} would reach another resource`);
  }
};

/** A path parameter in the default style, `simple`. */
export const pathParameter: Parameter = { in: inPath, write: simpleStyle };
