import { positionOf } from "./next-url.js";
import type { Walk, WalkSettings } from "./walk.js";

/** Each page has a `Link` header with the relation `next` (RFC 8288); the last page has none. */
export function byLinkHeader(settings: WalkSettings): Walk {
  return {
    ...settings,
    next: (page) => positionOf(nextLink.exec(page.response.headers.get("Link") ?? "")?.[1], page),
  };
}

/**
 * The target of a link, and its parameters up to a `rel` that has the word `next`. What comes before
 * is read too, because a quoted string may look like a link.
 */
const nextLink =
  /^(?:[^"]|"(?:[^"\\]|\\.)*")*?<([^<>]*)>(?:[^",<]|"(?:[^"\\]|\\.)*")*?;\s*rel\s*=\s*"?(?:[^",;]*\s)?next(?![^\s",;])/i;
