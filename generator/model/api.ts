import type { Problem } from "../problem.js";

// Every field is present; `null` says that the document says nothing.

export interface Api {
  readonly title: string;
  readonly version: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly servers: readonly Server[];
  readonly security: readonly SecurityScheme[];
  /** The document's own `security`, which operations have unless they say otherwise. */
  readonly requirements: readonly Requirement[];
  /** The policy of the whole document; an operation's own goes before it. */
  readonly retries: RetryPolicy | null;
  /** The time limit of the whole document, in milliseconds; an operation's own goes before it. */
  readonly timeoutMs: number | null;
  /** All of them: those that are reached through another one follow it. */
  readonly resources: readonly Resource[];
  /** Those of all resources, in the document's order. */
  readonly operations: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  /** One for each payload that an operation documents for a failure. */
  readonly errors: readonly NamedError[];
  readonly problems: readonly Problem[];
}

export interface Server {
  /** What it is chosen by, where the document names it. */
  readonly name: string | null;
  /** As the document has it, its variables in braces. */
  readonly url: string;
  readonly description: string | null;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Its default, else the first of its allowed values; `null` where only the caller knows one. */
  readonly default: string | null;
  /** The allowed values; none where any is. */
  readonly values: readonly string[];
  readonly description: string | null;
}

/** A group of operations that are reached through one accessor. */
export interface Resource {
  /** What the steps to it are called in code: a group of an extension, else the first tag. */
  readonly path: readonly [string, ...string[]];
  /** The resources that are reached through it. */
  readonly inner: readonly Resource[];
  /** What it is called by people: the tag; `null` where only programs have a name for it. */
  readonly title: string | null;
  readonly description: string | null;
  /** What the document sorts it under, for people who look for it. */
  readonly section: string | null;
  readonly operations: readonly Operation[];
}

export interface Operation {
  /** The `operationId`, or words made of method and path where the document has none for it alone. */
  readonly id: string;
  /** The `operationId` as the document has it, where no operation before says the same. */
  readonly documentedId: string | null;
  /** Of operations that come to one name, the lowest has it; it tells of them, not of their places. */
  readonly rank: number;
  /** The name of its method, where an extension gives one. */
  readonly methodName: string | null;
  /** As the document writes it: `get`, or `COPY` among the additional operations. */
  readonly method: string;
  readonly path: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** The id of the operation to use instead of a deprecated one. */
  readonly replacement: string | null;
  /** Whether it is to be shown first to people who are new. */
  readonly isFeatured: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  /** Ascending: codes, then ranges, then the default. */
  readonly success: readonly Response[];
  readonly errors: readonly Response[];
  /** Alternatives; an empty list asks for nothing, an empty alternative allows anonymity. */
  readonly security: readonly Requirement[];
  /** Its own servers, else those of its path; none where the document's hold. */
  readonly servers: readonly Server[];
  /** The header that takes a key by which the server knows a request from a new one. */
  readonly idempotencyHeader: string | null;
  readonly retries: RetryPolicy | null;
  /** Milliseconds; 0 is no limit. */
  readonly timeoutMs: number | null;
  /** JSON Pointer of the operation in the document. */
  readonly pointer: string;
}

export interface Deprecation {
  readonly reason: string | null;
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

/** A parameter, or a field of a body: what stands in the argument of a call. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  readonly schema: Schema;
  readonly example: Example | null;
}

export interface Parameter extends Field {
  readonly in: ParameterLocation;
  readonly examples: readonly NamedExample[];
  /** What it is called in a call, where not by its name. */
  readonly alias: string | null;
  /** Whether the client can be given it for all calls, and then whether a call can be given it too. */
  readonly global: "shown" | "hidden" | null;
  /** How its value is written, where that isn't the default of its place. */
  readonly serialization: Serialization | null;
}

/** One of several examples of something, as it is told from the others. */
export interface NamedExample extends Example {
  readonly name: string;
  /** What it shows, in the document's words. */
  readonly summary: string | null;
}

/** How a parameter travels: by a style of the Parameter Object (OpenAPI 3.2), as JSON, or as the whole query. */
export type Serialization =
  | {
      readonly kind: "style";
      readonly style: ParameterStyle;
      readonly explode: boolean;
      /** Whether reserved characters of its value are sent as they are. */
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
  | "deepObject";

/** An example's value; `null` is a value like any other, so that it needs a wrapping. */
export interface Example {
  readonly value: unknown;
}

export interface Body {
  readonly required: boolean;
  readonly description: string | null;
  /** As the document writes it: `application/json`. */
  readonly contentType: string;
  readonly format: BodyFormat;
  /** How fields of a form are written, where that isn't the default of the form. */
  readonly encodings: readonly FieldEncoding[];
  readonly schema: Schema;
  readonly example: Example | null;
  readonly examples: readonly NamedExample[];
}

/** What a media type asks of the one who writes or reads it. */
export type BodyFormat = "json" | "form" | "multipart" | "text" | "binary";

/** An entry of the Encoding Object (OpenAPI 3.1). */
export interface FieldEncoding {
  readonly name: string;
  readonly contentType: string | null;
  readonly serialization: Serialization | null;
}

export interface Response {
  readonly status: Status;
  readonly description: string | null;
  /** Its payload, or `null` where it has none. */
  readonly content: Content | null;
  readonly headers: readonly Field[];
  /** The name of the `NamedError` that a failure with a payload of JSON is. */
  readonly error: string | null;
  /** The first of its media types that are text, alone or as an alternative to JSON. */
  readonly text: string | null;
}

export interface Content {
  /** As the document writes it. */
  readonly contentType: string;
  readonly format: BodyFormat;
  /** Of the whole; a text with a list for a schema is a sequence of its items. */
  readonly schema: Schema;
  readonly example: Example | null;
}

/** A key of the Responses Object (OpenAPI 3.1). */
export type Status =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "range"; readonly hundreds: 1 | 2 | 3 | 4 | 5 }
  | { readonly kind: "default" };

/** Schemes that go together. */
export interface Requirement {
  readonly schemes: readonly ScopedScheme[];
}

/** A scheme, by its name, with what its token has to allow. */
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
      /** What a token looks like, in the document's words. */
      readonly format: string | null;
    }
  | { readonly kind: "basic" }
  | {
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      /** What it is called there. */
      readonly key: string;
    }
  | {
      readonly kind: "clientCredentials";
      /** As the document has it: it may be relative to the server. */
      readonly tokenURL: string;
    }
);

/** Times in milliseconds; `null` where the document leaves it to the runtime's default. */
export type RetryPolicy =
  | { readonly strategy: "none" }
  | {
      readonly strategy: "backoff";
      readonly initialInterval: number | null;
      readonly maxInterval: number | null;
      readonly exponent: number | null;
      readonly maxElapsedTime: number | null;
      /** Codes, and classes such as `5XX`. */
      readonly statusCodes: readonly (number | string)[] | null;
      readonly retryConnectionErrors: boolean | null;
    };

export interface NamedSchema {
  /** Its key in the document. */
  readonly name: string;
  /** What its type is called, where not after its key. */
  readonly alias: string | null;
  readonly schema: Schema;
}

/** A payload that failures are documented with. */
export interface NamedError {
  /** The key of its schema, the pointer of its response, or words made of the operation's id and the status. */
  readonly name: string;
  /** The key of its schema in the document, where it has one. */
  readonly schemaName: string | null;
  /** Its key in `components/responses`, where its schema has no name. */
  readonly responseName: string | null;
  /** Where an unnamed payload is first documented. */
  readonly origin: {
    readonly operationId: string;
    readonly status: Status;
    readonly contentType: string;
  };
  readonly schema: Schema;
}

/** What every schema may say beside its kind. */
export interface SchemaFacts {
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** Whether `null` is a value of it too. */
  readonly nullable: boolean;
  readonly default: Example | null;
  readonly example: Example | null;
  /** Limits in the document's words: `minLength: 1`, `pattern: ^[a-z]+$`. */
  readonly constraints: readonly string[];
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Whether it is the sentence of a failure's payload that is written for people. */
  readonly isErrorMessage: boolean;
}

export type Schema = SchemaFacts & SchemaKind;

export type SchemaKind =
  | {
      readonly kind: "scalar";
      readonly type: ScalarType;
      readonly format: string | null;
      /** Whether a part of a multipart body is `only` a file or `also` one; `null` where it is text. */
      readonly file: "only" | "also" | null;
    }
  | {
      readonly kind: "enum";
      readonly values: readonly EnumValue[];
      /** Whether others than those that are listed may come. */
      readonly isOpen: boolean;
      /** What the document calls values, and says of them; a value that isn't here has neither. */
      readonly labels: readonly EnumLabel[];
    }
  | { readonly kind: "array"; readonly items: Schema }
  /** A list whose first items have a schema each (`prefixItems`). */
  | {
      readonly kind: "tuple";
      readonly members: readonly Schema[];
      /** How many of the members are always there. */
      readonly least: number;
      /** The schema of the items after the members; `null` where there are none. */
      readonly rest: Schema | null;
    }
  | {
      readonly kind: "object";
      readonly fields: readonly Field[];
      /**
       * What further fields hold; `null` where the document says nothing of them. Where it forbids
       * them, `null` beside fields, and `never` without any.
       */
      readonly additional: Schema | null;
      /** What further fields hold whose names match a regular expression (`patternProperties`). */
      readonly patterns: readonly FieldPattern[];
    }
  | { readonly kind: "union"; readonly members: readonly Schema[] }
  | { readonly kind: "intersection"; readonly members: readonly Schema[] }
  | { readonly kind: "named"; readonly name: string }
  /** Any value. */
  | { readonly kind: "unknown" }
  /** No value (the schema `false`, `not: {}`, or requirements that exclude each other). */
  | { readonly kind: "never" };

export interface FieldPattern {
  /** A regular expression (ECMA-262). */
  readonly pattern: string;
  readonly schema: Schema;
}

export type EnumValue = string | number | boolean | null;

export interface EnumLabel {
  readonly value: EnumValue;
  readonly name: string | null;
  readonly description: string | null;
}

export type ScalarType = "string" | "number" | "integer" | "boolean" | "null";
