import type { Place } from "../read/document/document.js";
import { failuresOf } from "./extensions.js";

/**
 * The keys of responses that are called failures.
 *
 * @param places from the outside in: what is said further in adds to it, or takes its place.
 */
export function failureStatusesIn(places: readonly (Place | null)[]): ReadonlySet<string> {
  const said = places.flatMap((place) => (place ? [failuresOf(place.node)] : []));
  const alone = said.findLastIndex(({ isAlone }) => isAlone);
  return new Set(said.slice(Math.max(alone, 0)).flatMap(({ statuses }) => statuses));
}
