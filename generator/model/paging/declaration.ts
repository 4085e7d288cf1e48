import type { PagingSource, ResultPath } from "../api.js";

/** The kinds of paging, by what leads to the next page. */
export const pagingKinds = ["cursor", "offset", "page", "url", "link"] as const;

/** Paging as a document or a setting declares it, before it is compared with the operation. */
export interface PagingDeclaration {
  readonly source: PagingSource;
  /** JSON Pointer of the declaration in the document. */
  readonly pointer: string;
  readonly kind: (typeof pagingKinds)[number];
  /** The field of the request that takes the cursor, the offset or the page number. */
  readonly input?: DeclaredField | null;
  /** The field of the request that takes the number of items of a page. */
  readonly size?: DeclaredField | null;
  /** Where the result has its items. Default: the one list in it. */
  readonly items?: ResultPath | null;
  /** Where the result has the cursor or the URL of the next page, or the header that has it. */
  readonly next?: ResultPath | string | null;
  readonly more?: ResultPath | null;
  readonly total?: ResultPath | null;
  readonly pages?: ResultPath | null;
  readonly endsOnShortPage?: boolean;
  readonly takesEmpty?: boolean;
  readonly mayLackItems?: boolean;
  /** The number of the first page, unless the parameter has a default or a minimum. */
  readonly first?: number | null;
}

/** A field of the request by its name, or by the steps to it in the body. */
export interface DeclaredField {
  /** `null`: a parameter with the name, else a field of the body. */
  readonly in: "parameters" | "body" | null;
  readonly path: readonly [string, ...string[]];
}

/**
 * What an operation declares: paging, that it has none, or something that can't be understood;
 * `null` if it declares nothing.
 */
export type Declared = PagingDeclaration | { readonly kind: "none" } | Unclear | null;

export interface Unclear {
  readonly kind: "unclear";
  /** JSON Pointer of the declaration in the document. */
  readonly pointer: string;
  readonly reason: string;
}

/** A field of the request from the steps to it. */
export function fieldAt(
  steps: readonly string[],
  place: DeclaredField["in"] = null,
): DeclaredField | null {
  const [first, ...rest] = steps;
  return first === undefined ? null : { in: place, path: [first, ...rest] };
}

export function isPath(path: ResultPath | string | null | undefined): path is ResultPath {
  return Array.isArray(path);
}
