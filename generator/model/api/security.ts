/** Security schemes that are required together. */
export interface Requirement {
  readonly schemes: readonly ScopedScheme[];
}

/** A security scheme, by name, and the scopes that its token needs. */
export interface ScopedScheme {
  readonly name: string;
  readonly scopes: readonly string[];
}

export type SecurityScheme = {
  /** Its key in the document. */
  readonly name: string;
  readonly description: string | null;
} & (
  | {
      readonly kind: "bearer";
      /** The format of a token, in the document's words. */
      readonly format: string | null;
    }
  | { readonly kind: "basic" }
  | {
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      /** The name of the header, query parameter or cookie. */
      readonly key: string;
    }
  | {
      readonly kind: "clientCredentials";
      /** As the document writes it; may be relative to the server. */
      readonly tokenURL: string;
    }
);
