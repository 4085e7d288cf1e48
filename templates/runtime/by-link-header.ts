import { positionOf } from "./next-url.js";
import type { Walk, WalkSettings } from "./walk.js";

/** Each page has a `Link` header with the relation `next` (RFC 8288); the last page has none. */
export function byLinkHeader(settings: WalkSettings): Walk {
  return {
    ...settings,
    next: (page) => {
      let target: string | undefined;
      for (const [, link, comma, next] of (page.response.headers.get("Link") ?? "").matchAll(
        tokens,
      )) {
        if (next) return positionOf(target, page);
        if (link || comma) target = link;
      }
      return undefined;
    },
  };
}

/**
 * Targets, commas, relations with `next`, and quoted strings, which may look like any of these. A part
 * that doesn't fit is left behind at its first character or as a whole, so that time grows with the
 * header alone.
 */
const tokens = /<([^<>]*)>|(,)|;\s*rel\s*=\s*"?(?:[^",;]* )?(next)(?![^\s",;])|"(\\.|[^"])*"?/gi;
