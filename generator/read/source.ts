import type { Document, JsonObject } from "./document/document.js";
import type { Trace } from "./document/locate.js";

/** A document as it was read, before modelling. */
export interface Source {
  /** Finds where each part was written, for problems and links. */
  readonly trace: Trace;
  /** The bundled document as published, converted to OpenAPI 3: the input of openapi-typescript. */
  readonly published: JsonObject;
  /** The same document, upgraded to OpenAPI 3.1: the input of the model. */
  readonly document: Document;
}
