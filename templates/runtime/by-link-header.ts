import { positionOf } from "./next-url.js";
import type { Walk, WalkSettings } from "./walk.js";

/** Each page has a `Link` header with the relation `next` (RFC 8288); the last page has none. */
export function byLinkHeader(settings: WalkSettings): Walk {
  return {
    ...settings,
    next: (page) => {
      const header = page.response.headers.get("Link") ?? "";
      let target: string | undefined;
      for (const [, link, comma, next] of header.matchAll(tokens)) {
        if (next) return positionOf(target, page);
        // A comma ends a link.
        if (link || comma) target = link;
      }
      return undefined;
    },
  };
}

/**
 * Targets, commas, relations with `next`, and quoted strings, which may contain any of these. The regular
 * expression takes linear time: what it doesn't match, it skips by one character or as a whole.
 */
const tokens = /<([^<>]*)>|(,)|;\s*rel\s*=\s*"?(?:[^",;]* )?(next)(?![^\s",;])|"(\\.|[^"])*"?/gi;
