import { call, type Write } from "./call.js";
import { writtenFrom } from "./call-with.js";
import type { CallOptions, ClientCore } from "./client-core.js";
import type { CallSummary } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Written } from "./parameter.js";
import type { Result } from "./result.js";
import type { PagePosition, Walk } from "./walk.js";

/** A request for a page. */
export interface Load<T, E> {
  readonly call: CallSummary;
  readonly request: object;
  /** Never rejects. */
  readonly outcome: Promise<Result<T, E>>;
}

/** Requests the page at a position, or the first page of the request. */
export type LoadAt<T, E> = (position: PagePosition | undefined, options: CallOptions) => Load<T, E>;

/** Each page is a separate call, with its own retries and time limits. */
export function pageLoader<T, E>(
  client: ClientCore,
  operation: Operation,
  { requestAt }: Walk,
  first: object = {},
): LoadAt<T, E> {
  const { id, method, path } = operation;
  return (position, options) => {
    const request = position !== undefined && requestAt ? requestAt(first, position) : first;
    let summary: CallSummary = {
      request: { method, url: path, operationId: id },
      attempts: 0,
      secrets: [],
    };
    const write: Write = (call, clientOptions) => {
      summary = call;
      const written = writtenFrom(operation, request, call, clientOptions, options);
      if (position !== undefined && !requestAt) sendTo(written, position, call);
      return written;
    };
    const sent = call<T, E>(client, operation, options, write, request);
    return { request, call: summary, outcome: sent.result() };
  };
}

/**
 * Sends the request to a URL without an origin. The origin is always the server's, even if `from`
 * was changed, so credentials go nowhere else.
 */
function sendTo({ prepare }: Written, position: PagePosition, { request }: CallSummary): void {
  prepare?.push((outgoing) => {
    const url = `${new URL(outgoing.server).origin}/${String(position).slice(1)}`;
    outgoing.url = url;
    Object.assign(request, { url });
  });
}
