import type { Serialization } from "./parameter.js";
import type { Example, NamedExample, Schema } from "./schema.js";

/** A request body in its default media type: JSON, else text, else the first. */
export interface Body extends BodyContent {
  readonly required: boolean;
  readonly description: string | null;
  /** Its other media types. */
  readonly alternatives: readonly BodyContent[];
}

/** A request body in one media type. */
export interface BodyContent extends Content {
  /** How fields of a form are serialized, if not by the form's default. */
  readonly encodings: readonly FieldEncoding[];
}

/** How the body of a media type is written or read. */
export type BodyFormat = "json" | "form" | "multipart" | "text" | "binary";

/** An entry of the Encoding Object (OpenAPI 3.1). */
export interface FieldEncoding {
  readonly name: string;
  readonly contentType: string | null;
  readonly serialization: Serialization | null;
  /** The headers of its part that have a fixed or a default value. */
  readonly headers: readonly PartHeader[];
}

export interface PartHeader {
  readonly name: string;
  readonly value: string;
}

export interface Content {
  /** As the document writes it. */
  readonly contentType: string;
  readonly format: BodyFormat;
  /**
   * The schema of the whole payload; a text type with an array schema is a sequence of its items.
   */
  readonly schema: Schema;
  readonly example: Example | null;
  readonly examples: readonly NamedExample[];
  /** How it is read item by item; `null` if it is read as a whole. */
  readonly stream: ItemStream | null;
}

/** A body of items that are read one by one (OpenAPI 3.2, Sequential Media Types). */
export interface ItemStream {
  readonly format: "events" | "jsonLines" | "jsonSequence";
  /** One item. An event is an object with `data`, `event`, `id` and `retry`. */
  readonly item: Schema;
  /** The kinds of events; empty in other formats. */
  readonly events: readonly EventKind[];
  /** Whether events with other names may occur. */
  readonly isOpen: boolean;
  /** The data or line that ends the stream. */
  readonly sentinel: string | null;
}

/** The events with one name. */
export interface EventKind {
  /** Its `event`; `null` if any name fits. */
  readonly name: string | null;
  readonly data: EventData;
  readonly isDataRequired: boolean;
}

/** How the data of an event is written: JSON, text, or either. */
export type EventData = "json" | "text" | "any";
