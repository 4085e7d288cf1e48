import type { Paging } from "./paging.js";
import type { Parameter } from "./parameter.js";
import type { Body, Content } from "./payload.js";
import type { Deprecation, Field } from "./schema.js";
import type { Requirement } from "./security.js";
import type { Server } from "./server.js";

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
  /** The header for the key by which the server recognizes a repeated request. */
  readonly idempotencyHeader: string | null;
  readonly retries: RetryPolicy | null;
  /** Milliseconds; 0 means no limit. */
  readonly timeoutMs: number | null;
  /** How its list is paged; `null` if it returns no paged list. */
  readonly paging: Paging | null;
  /** JSON Pointer of the operation in the document. */
  readonly pointer: string;
}

export interface Response {
  readonly status: Status;
  readonly description: string | null;
  /** Its payload in the default media type: JSON, else text, else the first; `null` if it has none. */
  readonly content: Content | null;
  /** Its payload in other media types. */
  readonly alternatives: readonly Content[];
  readonly headers: readonly Field[];
  /** The operations that can be called with its values. */
  readonly links: readonly ResponseLink[];
  /** The name of the `NamedError` for a failure with a JSON payload. */
  readonly error: string | null;
  /** The first of its text media types, if it has one. */
  readonly text: string | null;
}

/** A Link Object (OpenAPI 3.1): another operation, and where its parameters come from. */
export interface ResponseLink {
  readonly name: string;
  readonly description: string | null;
  /** The id, or the pointer, of the operation. */
  readonly target: string;
  /** Values, or expressions such as `$response.body#/id`, by parameter. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

/** A key of the Responses Object (OpenAPI 3.1). */
export type Status =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "range"; readonly hundreds: 1 | 2 | 3 | 4 | 5 }
  | { readonly kind: "default" };

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
