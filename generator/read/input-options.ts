import { type Filters, noFilters } from "./filter/filter.js";
import { ownReach, type Reach } from "./input/allowed-refs.js";

/** What is done to a document before it is used. */
export interface Preparation {
  /** Paths or URLs of overlays, in the order in which they are applied. */
  readonly overlays: readonly string[];
  readonly reach: Reach;
  readonly filters: Filters;
}

/** Nothing is done to it, and it is read with what is its own. */
export const asPublished: Preparation = { overlays: [], reach: ownReach, filters: noFilters };
