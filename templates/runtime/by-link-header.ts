import { positionOf } from "./next-url.js";
import type { Walk, WalkSettings } from "./walk.js";

/** Each page has a `Link` header with the relation `next` (RFC 8288); the last page has none. */
export function byLinkHeader(settings: WalkSettings): Walk {
  return {
    ...settings,
    next: (page) => positionOf(nextTarget(page.response.headers.get("Link") ?? ""), page),
  };
}

/** The target of the link with the relation `next`. */
function nextTarget(header: string): string | undefined {
  let target: string | undefined;
  for (const [token, link, next] of header.matchAll(tokens)) {
    if (next) return target;
    // A comma ends a link.
    if (link || token === ",") target = link;
  }
  return undefined;
}

/**
 * Targets, relations with `next`, commas and quoted strings, which may contain any of these. The regular
 * expression takes linear time: what it doesn't match, it skips by one character or as a whole.
 */
const tokens = /<([^<>]*)>|;\s*rel\s*=\s*"?(?:[^",;]* )?(next)(?![^\s",;])|,|"(\\.|[^"])*"?/gi;
