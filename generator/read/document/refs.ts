import type { Document, Place } from "./document.js";
import { targetOf } from "./target.js";

/** Longer chains of references occur only in loops. */
export const longestChain = 100;

/** Follows references to the object they finally resolve to; `null` if there is none. */
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
