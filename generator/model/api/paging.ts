import type { ParameterLocation } from "./parameter.js";
import type { Schema } from "./schema.js";

/** How the list of an operation is paged. */
export type Paging = {
  readonly source: PagingSource;
  /** Where the result has its items. */
  readonly items: ResultPath;
  readonly itemSchema: Schema;
  /** Whether a result without the list counts as an empty page. */
  readonly mayLackItems: boolean;
  /** The request field for the page size. */
  readonly size: RequestField | null;
  /** Where the result says whether there is another page; `null` if it doesn't. */
  readonly more: ResultPath | null;
  /** The query parameters that also select a page, but that a walk doesn't send. */
  readonly otherPositions: readonly string[];
} & (
  | {
      readonly kind: "cursor";
      readonly cursor: RequestField;
      /** Where the result has the cursor of the next page, or the header that has it. */
      readonly next: ResultPath | string;
      /** Whether an empty string is a valid cursor. */
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

/** How the paging of an operation was recognized. */
export interface PagingSource {
  readonly kind: "setting" | "extension" | "convention" | "header" | "inferred";
  /** The name of the extension or of the rule. */
  readonly name: string;
}

/** The path to a value in a result: the name of a field, or -1 for the last item of a list. */
export type ResultPath = readonly (string | -1)[];

/** A parameter, or a field of the body. */
export interface RequestField {
  readonly in: ParameterLocation | "body";
  /** The name of the parameter, or the path to the field. */
  readonly path: readonly [string, ...string[]];
}
