import type { Document, JsonObject } from "./document.js";

/** A document that was read, before anything is made of it. */
export interface Source {
  /** What the user called it: a path, a URL, or `<stdin>`. */
  readonly file: string;
  readonly text: string;
  /** As published, in words of the specification alone: what openapi-typescript is fed. */
  readonly published: JsonObject;
  /** The same, upgraded to OpenAPI 3.1: what the model reads. */
  readonly document: Document;
}
