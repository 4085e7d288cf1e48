import { PagingError } from "./paging-error.js";
import type { ArrivedPage } from "./walk.js";

/**
 * The position of a URL reference, or of an object with an `href`: the URL without its origin. An
 * error if the URL is invalid or on another origin.
 */
export function positionOf(link: unknown, { response, call }: ArrivedPage): unknown {
  const target = Object(link).href ?? link;
  if (typeof target !== "string" || target === "") return target;
  const { url } = call.request;
  const base = response.url || url;
  if (!URL.canParse(target, base))
    return new PagingError(call, "cursor", "the next URL is invalid");
  const { origin, pathname, search } = new URL(target, base);
  if (origin === new URL(url).origin) return pathname + search;
  return new PagingError(call, "foreign-origin", `the next page is on ${origin}`);
}
