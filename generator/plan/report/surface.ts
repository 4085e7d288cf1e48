/** The surface that a program can depend on. Everything else may change in any release. */
export interface Surface {
  readonly packageName: string;
  readonly version: string;
  readonly entries: readonly Entry[];
}

export type EntryKind = "client" | "operation" | "error" | "receiver" | "event" | "model";

/** A named part of the surface. */
export interface Entry {
  readonly kind: EntryKind;
  /** `Clerk`, `domains.add`, `ClerkErrors`, `Domain`. */
  readonly name: string;
  /**
   * For an operation, its function and what it sends; for an event, its type and the function that
   * receives it; for a model, who makes its values.
   */
  readonly about: string;
  readonly deprecated: boolean;
  readonly lines: readonly Line[];
}

/** Who makes a value: users make `given` values, the server `received` ones. */
export type Side = "given" | "received" | "both";

export type LineKind =
  /**
   * A server of calls; alternatives that a client can select are listed by name, or else by index.
   */
  | "server"
  /** The retry policy and the time limit of an attempt, as the document sets them. */
  | "retries"
  | "timeout"
  /** The scopes that a token needs. */
  | "scopes"
  | "credential"
  | "security"
  | "argument"
  /** A success, by its status. */
  | "result"
  /** What chooses a stream of items instead of the result. */
  | "stream"
  /** An item of a stream. */
  | "item"
  /** How the pages of a list follow each other, and where their items are. */
  | "pages"
  /** A documented failure, by its status. */
  | "failure"
  /** A response header; its `with` lists the statuses that have it. */
  | "header"
  /** How webhooks are signed. */
  | "signature"
  /** The type of an entry that is more than its fields. */
  | "type"
  | "field";

/** One detail of an entry. */
export interface Line {
  readonly kind: LineKind;
  /** `name`, `address.street`, `tags[].id`, `404`; `""` for the entry itself. */
  readonly path: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The members of a union; for any other type, the type alone. */
  readonly type: readonly SurfaceType[];
  readonly facts: readonly Fact[];
}

/** A type, in the parts that are compared. */
export type SurfaceType =
  /** A keyword of TypeScript, a type of the runtime, or a value of a line that has no type, such as a URL. */
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "model"; readonly name: string }
  /** An object whose fields have lines of their own. */
  | { readonly kind: "object" }
  | { readonly kind: "list"; readonly items: readonly SurfaceType[] }
  | { readonly kind: "record"; readonly values: readonly SurfaceType[] }
  | { readonly kind: "intersection"; readonly members: readonly SurfaceType[] }
  /** A type without lines for its parts, such as a tuple: compared as one text. */
  | { readonly kind: "whole"; readonly text: string };

/** A property of a value that its type doesn't show. */
export interface Fact {
  /** A keyword of JSON Schema, or `integer`; for the items of a list, `[].maxLength`. */
  readonly name: string;
  /** As JSON. */
  readonly value: string;
}
