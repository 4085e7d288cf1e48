import { BaseError, type CallSummary } from "./errors.js";

/**
 * - `cycle`: the server returned a page or a cursor again.
 * - `limit`: `all()` found more items than it may collect, or 100 pages in a row were empty.
 * - `foreign-origin`: the URL of the next page is on another origin, which must not get credentials.
 * - `cursor`: the position of the next page is neither text nor a number, or no valid URL.
 * - `items`: a page lacks the documented list.
 */
export type PagingReason = "cycle" | "limit" | "foreign-origin" | "cursor" | "items";

/** The pages of a list can't be followed. The pages before the error are complete. */
export class PagingError extends BaseError {
  override readonly name = "PagingError";
  override readonly kind = "paging";
  declare readonly status: undefined;
  readonly reason: PagingReason;

  constructor(call: CallSummary, reason: PagingReason, what: string) {
    super(call, what);
    this.reason = reason;
  }
}
