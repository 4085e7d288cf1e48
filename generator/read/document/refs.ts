import type { Document, Place } from "./document.js";
import { targetOf } from "./target.js";

/** No document of use goes through as many references in a row; a loop does. */
export const longestChain = 100;

/** Follows references from a place to the object finally meant: `null` if there is none. */
export function follow(document: Document, place: Place): Place | null {
  let here = place;
  for (let step = 0; step <= longestChain; step += 1) {
    const { $ref } = here.node;
    if (typeof $ref !== "string") return here;
    const target = targetOf(document, $ref);
    if (target.kind !== "object") return null;
    here = target.place;
  }
  return null;
}
