import { type Filters, noFilters } from "./filter/filter.js";
import { type AllowedRefs, ownRefsOnly } from "./input/allowed-refs.js";

/** What is done to a document before it is used. */
export interface InputOptions {
  /** Paths or URLs of overlays, in the order in which they are applied. */
  readonly overlays: readonly string[];
  readonly reach: AllowedRefs;
  readonly filters: Filters;
}

/** Nothing is done to it, and it is read with what is its own. */
export const noChanges: InputOptions = { overlays: [], reach: ownRefsOnly, filters: noFilters };
