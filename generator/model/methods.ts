import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import { httpMethods } from "../read/document/openapi-structure.js";
import { childOf, entriesOf, type ModelContext } from "./node.js";

/** The methods that `fetch` refuses. */
const forbidden = ["CONNECT", "TRACK"];

/** The operations of a path item, by method, in the document's order. */
export function methodsIn(
  context: ModelContext,
  pathItem: Place,
): [method: string, place: Place][] {
  return Object.keys(pathItem.node).flatMap((key): [string, Place][] => {
    if (key === "additionalOperations") return additionalIn(context, pathItem);
    const place = httpMethods.includes(key) ? childOf(context, pathItem, key) : null;
    return place ? [[key, place]] : [];
  });
}

/** Operations with other methods, which the document writes as they are sent. */
function additionalIn(context: ModelContext, pathItem: Place): [method: string, place: Place][] {
  const all = entriesOf(context, childOf(context, pathItem, "additionalOperations"));
  return all.filter(([method, { pointer }]) => {
    const fault = faultOf(method);
    if (fault !== null) context.report(warningAt(pointer, `${fault}; it is left out.`));
    return fault === null;
  });
}

function faultOf(method: string): string | null {
  const usual = method.toLowerCase();
  if (httpMethods.includes(usual))
    return `"${method}" isn't an additional method: write it as "${usual}"`;
  if (forbidden.includes(method)) return `"${method}" is a method that fetch refuses to send`;
  return /^[A-Z][A-Z0-9_-]*$/.test(method)
    ? null
    : `"${method}" isn't a method: write one in capitals`;
}
