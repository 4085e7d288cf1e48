export interface Deprecation {
  readonly reason: string | null;
}

/** A parameter, or a field of a body: one property of a call's argument. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  readonly schema: Schema;
  readonly example: Example | null;
}

/** One of several examples, with a name that identifies it. */
export interface NamedExample extends Example {
  readonly name: string;
  /** What it illustrates, in the document's words. */
  readonly summary: string | null;
}

/** An example's value. The object tells a value of `null` from a missing example. */
export interface Example {
  readonly value: unknown;
}

export interface NamedSchema {
  /** Its key in the document. */
  readonly name: string;
  /** The name of its type, if it differs from the key. */
  readonly alias: string | null;
  readonly schema: Schema;
}

/** The properties that a schema of any kind can have. */
export interface SchemaFacts {
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** Whether `null` is also allowed. */
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
       * forbids them, `null` next to fields, and `never` without fields.
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
