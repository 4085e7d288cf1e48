import { positionOf } from "./next-url.js";
import type { Walk, WalkSettings } from "./walk.js";

/** Each page has a `Link` header with the relation `next` (RFC 8288); the last page has none. */
export function byLinkHeader(settings: WalkSettings): Walk {
  return {
    ...settings,
    next: (page) => positionOf(nextLink(page.response.headers.get("Link") ?? ""), page),
  };
}

/** The target of the first link whose `rel` has the word `next`. */
function nextLink(header: string): string | undefined {
  let target: string | undefined;
  for (const [token, link, list, word] of header.matchAll(tokens)) {
    if (token === ",") target = undefined;
    else if (link !== undefined) target = link;
    else if (target !== undefined && /(^|\s)next(\s|$)/i.test(list ?? word ?? "")) return target;
  }
  return undefined;
}

/**
 * Targets, relations, and quoted strings, which may look like either. A part that doesn't fit is
 * left behind at its first character or as a whole, so that time grows with the header alone.
 */
const tokens = /<([^<>]*)>|;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))|"(?:[^"\\]|\\.)*"?|,/gi;
