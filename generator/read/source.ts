import type { Document } from "./document/document.js";
import type { Trace } from "./document/locate.js";
import { type Filters, noFilters } from "./filter/filter.js";
import { type AllowedRefs, ownRefsOnly } from "./input/allowed-refs.js";
import type { Login } from "./input/login.js";

/** A document as it was read, before modelling. */
export interface Source {
  /** Finds where each part was written, for problems and links. */
  readonly trace: Trace;
  /** The bundled document, upgraded to OpenAPI 3.1: the input of the model. */
  readonly document: Document;
}

/** Changes to a document before it is used. */
export interface InputOptions {
  /** Paths or URLs of documents that are added to the first one. */
  readonly further?: readonly string[];
  /** Paths or URLs of overlays, in the order of application; they change the first document. */
  readonly overlays: readonly string[];
  readonly allowedRefs: AllowedRefs;
  readonly filters: Filters;
  /** Headers for the origin of the document. */
  readonly login?: Login;
}

/** Reads a document unchanged, with references to its own folder or host only. */
export const noChanges: InputOptions = {
  overlays: [],
  allowedRefs: ownRefsOnly,
  filters: noFilters,
};
