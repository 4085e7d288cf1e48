import type { BaseError, CallSummary } from "./errors.js";

/** Where a page begins: a cursor, an offset, a page number or a URL. It is plain JSON. */
export type PagePosition = string | number;

/** The steps to a value in JSON: the name of a field, or -1 for the last item of a list. */
export type Path = readonly (string | -1)[];

/** How the next page of an operation is found. */
export interface Walk {
  /** The path from the result to its items. A result that is a list is the items itself. */
  readonly items: Path;
  /** Whether a result may lack the items, which makes its page an empty one. */
  readonly isSparse?: boolean | undefined;
  /**
   * The request of the page at a position. Without it, positions are URLs without their origin,
   * which is always the server's.
   */
  readonly requestAt?: (request: object, position: PagePosition) => object;
  /**
   * The position of the next page, or a `PagingError` if it can't be followed. `undefined`, `null`,
   * `false` and `""` mean that the page is the last.
   */
  readonly next: (arrived: ArrivedPage) => unknown;
  /** Whether an empty string is a valid position. */
  readonly takesEmpty?: boolean | undefined;
  /** Whether positions are counted, so that only the items can tell whether a page repeats. */
  readonly isCounted?: boolean;
  /** Whether the error of a page says that the page before it was the last. */
  readonly isEnd?: (error: BaseError) => boolean;
}

/** A page as it arrived, with its request. */
export interface ArrivedPage {
  readonly request: object;
  readonly value: unknown;
  readonly items: readonly unknown[];
  readonly response: Response;
  readonly call: CallSummary;
}

/** The options that all walks have. */
export type WalkSettings = Pick<Walk, "items" | "isSparse">;

/** The value at a path, or `undefined`. */
export function valueAt(value: unknown, path: Path | undefined): unknown {
  return path?.reduce<unknown>(
    (found, step) => (step === -1 && Array.isArray(found) ? found.at(-1) : Object(found)[step]),
    path && value,
  );
}

/** Whether a result says that its page is the last: with `false`, `null` or an empty text. */
export function isLast(value: unknown, more: Path | undefined): boolean {
  const found = valueAt(value, more);
  return found !== undefined && !found;
}

/** A copy of an object with a value at a path. */
export function withValueAt(object: object, path: Path, value: unknown): object {
  const [step = "", ...rest] = path;
  const fields = Object(object);
  return {
    ...fields,
    [step]: rest.length > 0 ? withValueAt(fields[step], rest, value) : value,
  };
}

/** A number in JSON, which may be text; `NaN` if there is none. */
export function numberAt(value: unknown, path: Path | undefined): number {
  return Number.parseFloat(String(valueAt(value, path)));
}
