import type { Problem } from "../problem.js";

// An API. Every field is present; `null` means that the document doesn't specify it.

export interface Api {
  readonly title: string;
  readonly version: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly contact: Contact | null;
  /** The URL of the API's documentation. */
  readonly homepage: string | null;
  readonly servers: readonly Server[];
  readonly security: readonly SecurityScheme[];
  /** The document's own `security`, the default of its operations. */
  readonly requirements: readonly Requirement[];
  /** The policy of the whole document; an operation's own policy overrides it. */
  readonly retries: RetryPolicy | null;
  /**
   * The time limit of the whole document, in milliseconds; an operation's own limit overrides it.
   */
  readonly timeoutMs: number | null;
  /** All resources; nested ones follow their parent. */
  readonly resources: readonly Resource[];
  /** The operations of all resources, in the document's order. */
  readonly operations: readonly Operation[];
  /** The named schemas, and those of events. */
  readonly schemas: readonly NamedSchema[];
  /** What the API sends to its users; `null` if the document has no events. */
  readonly webhooks: Webhooks | null;
  /** One for each documented error payload. */
  readonly errors: readonly NamedError[];
  readonly problems: readonly Problem[];
}

/** Whom to ask about the API (Contact Object). */
export interface Contact {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
}

export interface Server {
  /** The name that selects it, if the document gives one. */
  readonly name: string | null;
  /** As the document writes it, with variables in braces. */
  readonly url: string;
  readonly description: string | null;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Its default, else the first of its allowed values; `null` if the caller has to set it. */
  readonly default: string | null;
  /** The allowed values; empty if any value is allowed. */
  readonly values: readonly string[];
  readonly description: string | null;
}

/** A group of operations behind one accessor. */
export interface Resource {
  /** The names of the steps to it in code: a group of an extension, else the first tag. */
  readonly path: readonly [string, ...string[]];
  /** The nested resources. */
  readonly inner: readonly Resource[];
  /** The display name: the tag; `null` if only code has a name for it. */
  readonly title: string | null;
  readonly description: string | null;
  /** The section of the documentation that the document puts it under. */
  readonly section: string | null;
  readonly operations: readonly Operation[];
}

export interface Operation {
  /** The `operationId`, or words from method and path if the document has no unique one. */
  readonly id: string;
  /** The `operationId` as written, unless an earlier operation has the same one. */
  readonly documentedId: string | null;
  /**
   * Decides between operations with the same name: the lowest keeps it. Depends on the operations
   * themselves, not on their order.
   */
  readonly rank: number;
  /** The method name that an extension sets. */
  readonly methodName: string | null;
  /** As the document writes it: `get`, or `COPY` for an additional operation. */
  readonly method: string;
  readonly path: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** The id of the operation to use instead of a deprecated one. */
  readonly replacement: string | null;
  /** Whether new users should see it first. */
  readonly isFeatured: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  /** Sorted: codes, then ranges, then the default. */
  readonly success: readonly Response[];
  readonly errors: readonly Response[];
  /** Alternatives. An empty list requires nothing; an empty alternative allows anonymous calls. */
  readonly security: readonly Requirement[];
  /** Its own servers, else those of its path; empty if the document's servers apply. */
  readonly servers: readonly Server[];
  /** The name of the field that chooses between a stream and another result, if there is one. */
  readonly streamField: string | null;
  /** The header for the key by which the server recognises a repeated request. */
  readonly idempotencyHeader: string | null;
  readonly retries: RetryPolicy | null;
  /** Milliseconds; 0 means no limit. */
  readonly timeoutMs: number | null;
  /** How the pages of its list follow each other; `null` if it isn't a list in pages. */
  readonly paging: Paging | null;
  /** JSON Pointer of the operation in the document. */
  readonly pointer: string;
}

/** How the pages of an operation's list follow each other. */
export type Paging = {
  readonly source: PagingSource;
  /** Where the result has its items. */
  readonly items: ResultPath;
  readonly itemSchema: Schema;
  /** Whether a result may lack the items, which makes it an empty page. */
  readonly mayLackItems: boolean;
  /** Where the request takes the number of items of a page. */
  readonly size: RequestField | null;
  /** Where the result says whether there is another page; `null` if it doesn't. */
  readonly more: ResultPath | null;
} & (
  | {
      readonly kind: "cursor";
      readonly cursor: RequestField;
      /** Where the result has the cursor of the next page, or the header that has it. */
      readonly next: ResultPath | string;
      /** Whether an empty string is a cursor like any other. */
      readonly takesEmpty: boolean;
    }
  | {
      readonly kind: "offset";
      readonly offset: RequestField;
      /** Where the result has the number of all items. */
      readonly total: ResultPath | null;
      readonly endsOnShortPage: boolean;
    }
  | {
      readonly kind: "page";
      readonly page: RequestField;
      /** The number of the first page. */
      readonly first: number;
      /** Where the result has the number of pages. */
      readonly pages: ResultPath | null;
      readonly endsOnShortPage: boolean;
    }
  /** The result has the URL of the next page. */
  | { readonly kind: "url"; readonly next: ResultPath }
  /** The `Link` header has the URL of the next page (RFC 8288). */
  | { readonly kind: "link" }
);

/** From what the paging of an operation is known. */
export interface PagingSource {
  readonly kind: "setting" | "extension" | "convention" | "header" | "inferred";
  /** The extension's name, or the name of the rule that recognises it. */
  readonly name: string;
}

/** The steps to a value in a result: the name of a field, or -1 for the last item of a list. */
export type ResultPath = readonly (string | -1)[];

/** A parameter, or a field of the body. */
export interface RequestField {
  readonly in: ParameterLocation | "body";
  /** The name of the parameter, or the steps to the field. */
  readonly path: readonly [string, ...string[]];
}

export interface Deprecation {
  readonly reason: string | null;
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

/** A parameter, or a field of a body: one property of a call's argument. */
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
  /** Its name in a call, if it differs from `name`. */
  readonly alias: string | null;
  /** Whether it is a client option for all calls, and if so, whether a call can still set it. */
  readonly global: "shown" | "hidden" | null;
  /** How its value is serialized; `null` for the default of its location. */
  readonly serialization: Serialization | null;
}

/** One of several examples, with a name that identifies it. */
export interface NamedExample extends Example {
  readonly name: string;
  /** What it illustrates, in the document's words. */
  readonly summary: string | null;
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
  | "deepObject";

/** An example's value. The object tells a value of `null` from a missing example. */
export interface Example {
  readonly value: unknown;
}

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

export interface Response {
  readonly status: Status;
  readonly description: string | null;
  /** Its payload in the default media type: JSON, else text, else the first; `null` if it has none. */
  readonly content: Content | null;
  /** Its payload in other media types. */
  readonly alternatives: readonly Content[];
  readonly headers: readonly Field[];
  /** The calls that its values lead to. */
  readonly links: readonly ResponseLink[];
  /** The name of the `NamedError` for a failure with a JSON payload. */
  readonly error: string | null;
  /** The first of its text media types, as the only type or as an alternative to JSON. */
  readonly text: string | null;
}

/** A Link Object (OpenAPI 3.1): a further operation, and where its parameters come from. */
export interface ResponseLink {
  readonly name: string;
  readonly description: string | null;
  /** The id, or the pointer, of the operation. */
  readonly target: string;
  /** Values, or expressions such as `$response.body#/id`, by parameter. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
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

/** A key of the Responses Object (OpenAPI 3.1). */
export type Status =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "range"; readonly hundreds: 1 | 2 | 3 | 4 | 5 }
  | { readonly kind: "default" };

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

/** Times in milliseconds; `null` selects the runtime's default. */
export type RetryPolicy =
  | { readonly strategy: "none" }
  | {
      readonly strategy: "backoff";
      readonly initialInterval: number | null;
      readonly maxInterval: number | null;
      readonly exponent: number | null;
      readonly maxElapsedTime: number | null;
      /** Codes, and ranges such as `5XX`. */
      readonly statusCodes: readonly (number | string)[] | null;
      readonly retryConnectionErrors: boolean | null;
    };

export interface NamedSchema {
  /** Its key in the document. */
  readonly name: string;
  /** The name of its type, if it differs from the key. */
  readonly alias: string | null;
  readonly schema: Schema;
}

/** A documented error payload. */
export interface NamedError {
  /**
   * The key of its schema, the pointer of its response, or words from the operation's id and the
   * status.
   */
  readonly name: string;
  /** The key of its schema in the document, if it has one. */
  readonly schemaName: string | null;
  /** Its key in `components/responses`, if its schema has no name. */
  readonly responseName: string | null;
  /** The first place that documents an unnamed payload. */
  readonly origin: {
    readonly operationId: string;
    readonly status: Status;
    readonly contentType: string;
  };
  readonly schema: Schema;
}

/** The facts that a schema of any kind may state. */
export interface SchemaFacts {
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** Whether `null` is a value of it, too. */
  readonly nullable: boolean;
  readonly default: Example | null;
  readonly example: Example | null;
  /** Limits in the document's words: `minLength: 1`, `pattern: ^[a-z]+$`. */
  readonly constraints: readonly string[];
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Whether it is the human-readable message of an error payload. */
  readonly isErrorMessage: boolean;
}

export type Schema = SchemaFacts & SchemaKind;

export type SchemaKind =
  | {
      readonly kind: "scalar";
      readonly type: ScalarType;
      readonly format: string | null;
      /**
       * Whether a part of a multipart body has to be a file (`only`) or can be one (`also`); `null`
       * if it is plain text.
       */
      readonly file: "only" | "also" | null;
    }
  | {
      readonly kind: "enum";
      readonly values: readonly EnumValue[];
      /** Whether values that aren't listed may occur. */
      readonly isOpen: boolean;
      /** The document's names and descriptions of values; values with neither are left out. */
      readonly labels: readonly EnumLabel[];
    }
  | { readonly kind: "array"; readonly items: Schema }
  /** A list with a schema for each of its first items (`prefixItems`). */
  | {
      readonly kind: "tuple";
      readonly members: readonly Schema[];
      /** The number of members that are always present. */
      readonly least: number;
      /** The schema of the items after the members; `null` if none are allowed. */
      readonly rest: Schema | null;
    }
  | {
      readonly kind: "object";
      readonly fields: readonly Field[];
      /**
       * The type of additional properties; `null` if the document doesn't mention them. If it
       * forbids them, `null` beside fields, and `never` without fields.
       */
      readonly additional: Schema | null;
      /** The types of additional properties whose names match a pattern (`patternProperties`). */
      readonly patterns: readonly FieldPattern[];
    }
  | { readonly kind: "union"; readonly members: readonly Schema[] }
  | { readonly kind: "intersection"; readonly members: readonly Schema[] }
  | { readonly kind: "named"; readonly name: string }
  /** Any value. */
  | { readonly kind: "unknown" }
  /** No value (the schema `false`, `not: {}`, or contradictory requirements). */
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

/** The events that an API sends to its users. */
export interface Webhooks {
  readonly events: readonly WebhookEvent[];
  /** How a delivery names its event; `null` if each event has its own URL. */
  readonly naming: EventNaming | null;
  readonly signature: WebhookSignature;
}

/** Where the name of an event is in a delivery. */
export type EventNaming =
  | { readonly in: "field"; readonly field: string }
  /** In a header and, for events with actions, in a field of the payload. */
  | { readonly in: "header"; readonly header: string; readonly field: string };

export interface WebhookEvent {
  /** The literal that identifies it in code: the value in deliveries, else its key. */
  readonly type: string;
  /** What a delivery says to name it; `null` if it says nothing. */
  readonly sentAs: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** Its first tag. */
  readonly group: string | null;
  /** The payload as documented; `null` if there is none. */
  readonly payload: Pick<Body, "contentType" | "schema" | "example" | "examples"> | null;
  /** Whether code has the payload in a field of the event, because it has no room for `type`. */
  readonly isNested: boolean;
  /** The key of the schema of the event as code has it: the payload, its `type` and its `id`. */
  readonly schemaName: string;
  /** The id of the operation whose callback it is. */
  readonly operationId: string | null;
  /** JSON Pointer of its operation in the document. */
  readonly pointer: string;
}

export type WebhookSignature =
  | { readonly scheme: "standard" | "stripe" | "github" | "slack" }
  | HmacSignature
  /** Receivers can't verify it. The reason says why, as a clause. */
  | { readonly scheme: "unsupported"; readonly reason: string };

/** An HMAC in a header. Header names are in lower case. */
export interface HmacSignature {
  readonly scheme: "hmac";
  readonly header: string;
  /** The text before the signature in the header. */
  readonly prefix: string;
  readonly encoding: "base64" | "hex";
  readonly hash: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
  /** The signed text, with `{id}`, `{time}` and `{body}`. */
  readonly signed: string;
  readonly idHeader: string | null;
  readonly timeHeader: string | null;
  readonly timeFormat: "seconds" | "milliseconds" | "iso8601";
  /** The largest difference between the clocks, in seconds; `null` for the default. */
  readonly tolerance: number | null;
}

/** What the settings say about webhooks. It overrides the document. */
export interface WebhookSettings {
  readonly signature?: WebhookSignature | undefined;
  /** The field of payloads that names the event. */
  readonly typeField?: string | undefined;
}
