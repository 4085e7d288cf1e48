import type { PagingSource, ResultPath } from "../api/paging.js";

/** The kinds of paging, by what leads to the next page. */
export const pagingKinds = ["cursor", "offset", "page", "url", "link"] as const;

/** Paging as a document or a setting declares it, before it is checked against the operation. */
export interface PagingDeclaration {
  readonly source: PagingSource;
  /** JSON Pointer of the declaration in the document. */
  readonly pointer: string;
  readonly kind: (typeof pagingKinds)[number];
  /** The field of the request that takes the cursor, the offset or the page number. */
  readonly input?: DeclaredField | null;
  /** The request field for the page size. */
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

/** A request field by its name, or by its path in the body. */
export interface DeclaredField {
  /** `null`: a parameter with the name, else a field of the body. */
  readonly in: "parameters" | "body" | null;
  readonly path: readonly [string, ...string[]];
}

/**
 * What an operation declares: paging, that it has none, or something that can't be understood;
 * `null` if it declares nothing.
 */
export type DeclaredPaging = PagingDeclaration | { readonly kind: "none" } | UnclearPaging | null;

export interface UnclearPaging {
  readonly kind: "unclear";
  /** JSON Pointer of the declaration in the document. */
  readonly pointer: string;
  readonly reason: string;
}

/** A request field from its path. */
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
