import type { Problem } from "../../problem.js";
import type { Operation, RetryPolicy, Status } from "./operation.js";
import type { NamedSchema, Schema } from "./schema.js";
import type { Requirement, SecurityScheme } from "./security.js";
import type { Server } from "./server.js";
import type { Webhooks } from "./webhooks.js";

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

/** Who maintains the API (Contact Object). */
export interface Contact {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
}

/** A group of operations behind one accessor. */
export interface Resource {
  /**
   * Its path in code, outermost name first: the group that an extension sets, else the first tag.
   */
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
