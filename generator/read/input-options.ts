import { type Filters, noFilters } from "./filter/filter.js";
import { type AllowedRefs, ownRefsOnly } from "./input/allowed-refs.js";

/** Changes to a document before it is used. */
export interface InputOptions {
  /** Paths or URLs of overlays, in the order of application. */
  readonly overlays: readonly string[];
  readonly allowedRefs: AllowedRefs;
  readonly filters: Filters;
}

/** Reads a document unchanged, with references to its own folder or host only. */
export const noChanges: InputOptions = {
  overlays: [],
  allowedRefs: ownRefsOnly,
  filters: noFilters,
};
