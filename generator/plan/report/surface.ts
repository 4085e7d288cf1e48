/** What a program that uses the package can depend on. Whatever is not in here is ours to change. */
export interface Surface {
  readonly packageName: string;
  readonly version: string;
  readonly entries: readonly Entry[];
}

export type EntryKind = "client" | "operation" | "error" | "model";

/** Something that a program can name. */
export interface Entry {
  readonly kind: EntryKind;
  /** `Clerk`, `domains.add`, `ClerkErrors`, `Domain`. */
  readonly name: string;
  /** Of an operation: its function, and what it sends. Of a model: who makes a value of it. */
  readonly about: string;
  readonly deprecated: boolean;
  readonly lines: readonly Line[];
}

/** Who makes a value: users make what they give, the server what they receive. */
export type Side = "given" | "received" | "both";

export type LineKind =
  /** One that calls go to; those that a client can choose instead by their name, or else by their index. */
  | "server"
  /** When and how long calls are tried again, and how long an attempt may take, as the document sets it. */
  | "retries"
  | "timeout"
  /** What a token for a credential has to allow. */
  | "scopes"
  | "credential"
  | "security"
  | "argument"
  /** A success, by its status. */
  | "result"
  /** A documented failure, by its status. */
  | "failure"
  /** What comes beside payloads; its `with` lists the statuses that it comes with. */
  | "header"
  /** What an entry is, where it is more than its fields. */
  | "type"
  | "field";

/** One detail of an entry. */
export interface Line {
  readonly kind: LineKind;
  /** `name`, `address.street`, `tags[].id`, `404`; `""` for the entry itself. */
  readonly path: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The members of a union; a single one for any other type. */
  readonly type: readonly SurfaceType[];
  readonly facts: readonly Fact[];
}

/** A type, in the parts that a comparison looks at. */
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
  /** A type without lines for its parts, such as a tuple: compared as a whole. */
  | { readonly kind: "whole"; readonly text: string };

/** Something that a type doesn't show. */
export interface Fact {
  /** A keyword of JSON Schema, or `integer`; of the items of a list, `[].maxLength`. */
  readonly name: string;
  /** As JSON. */
  readonly value: string;
}
