import { PagingError } from "./paging-error.js";
import type { ArrivedPage } from "./walk.js";

/** The position of a URL reference: the URL without its origin. An error if it is invalid or on another origin. */
export function positionOf(target: unknown, { response, call }: ArrivedPage): unknown {
  if (typeof target !== "string" || !target) return target;
  const { url } = call.request;
  const base = response.url || url;
  if (!URL.canParse(target, base))
    return new PagingError(call, "cursor", "the next page isn't a URL");
  const { origin, pathname, search } = new URL(target, base);
  if (origin === new URL(url).origin) return pathname + search;
  return new PagingError(call, "foreign-origin", `the next page is on ${origin}`);
}
