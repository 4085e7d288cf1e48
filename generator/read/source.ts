import type { Document, JsonObject } from "./document/document.js";
import type { Trace } from "./document/trace.js";

/** A document that was read, before anything is made of it. */
export interface Source {
  /** Where each part of it is written, for those who have something to say about it. */
  readonly trace: Trace;
  /** As published, in one piece, in words of OpenAPI 3 alone: what openapi-typescript is fed. */
  readonly published: JsonObject;
  /** The same, upgraded to OpenAPI 3.1: what the model reads. */
  readonly document: Document;
}
