import type { Place } from "../read/document/document.js";
import { failuresOf } from "./extensions.js";

/**
 * The keys of responses that the document declares as failures.
 *
 * @param places from the outermost to the innermost: inner declarations add to the outer ones, or
 * replace them.
 */
export function failureStatusesIn(places: readonly (Place | null)[]): ReadonlySet<string> {
  const declared = places.flatMap((place) => (place ? [failuresOf(place.node)] : []));
  const alone = declared.findLastIndex(({ isAlone }) => isAlone);
  return new Set(declared.slice(Math.max(alone, 0)).flatMap(({ statuses }) => statuses));
}
