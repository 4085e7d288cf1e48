import type { Field, NamedExample } from "./schema.js";

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface Parameter extends Field {
  readonly in: ParameterLocation;
  readonly examples: readonly NamedExample[];
  /** Its name in a call, if it differs from `name`. */
  readonly alias: string | null;
  /** Whether it is a client option for all calls, and if so, whether a call can still set it. */
  readonly global: "shown" | "hidden" | null;
  /** How its value is serialized; `null` for the default of its location. */
  readonly serialization: Serialization | null;
}

/**
 * How a parameter is serialized: by a style of the Parameter Object (OpenAPI 3.2), as JSON, or as
 * the whole query.
 */
export type Serialization =
  | {
      readonly kind: "style";
      readonly style: ParameterStyle;
      readonly explode: boolean;
      /** Whether reserved characters are sent unescaped. */
      readonly allowReserved: boolean;
    }
  | { readonly kind: "json" }
  | { readonly kind: "querystring"; readonly format: "form" | "json" };

export type ParameterStyle =
  | "matrix"
  | "label"
  | "simple"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  /** `collectionFormat: tsv` of Swagger 2.0. */
  | "tabDelimited"
  /** `collectionFormat` of Swagger 2.0 in a path or a header. */
  | "spaceSeparated"
  | "pipeSeparated"
  | "tabSeparated"
  | "deepObject";
