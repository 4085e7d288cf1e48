import type { Operation } from "../model/api/operation.js";
import type { Paging, ResultPath } from "../model/api/paging.js";
import { positionOf } from "../plan/call/walk.js";
import type { Received } from "./received.js";

/**
 * The answer to a request for a page after the first: one without items, so that a walk ends. The
 * examples of a document are a list's first and only page.
 *
 * @param body the value of the request's body.
 */
export function pageOf(
  { paging }: Operation,
  { url }: Received,
  body: unknown,
  value: unknown,
): unknown {
  if (paging === null) return value;
  const ended = withPart(value, endOf(paging), null);
  const isLater = isAfterFirst(paging, url, body);
  const whole = paging.more === null ? ended : withPart(ended, paging.more, false);
  return isLater ? withPart(whole, paging.items, []) : whole;
}

/** Where the result has the cursor or URL of the next page. */
function endOf(paging: Paging): ResultPath | null {
  if (paging.kind !== "cursor" && paging.kind !== "url") return null;
  return typeof paging.next === "string" || paging.next.includes(-1) ? null : paging.next;
}

function isAfterFirst(paging: Paging, url: URL, body: unknown): boolean {
  const field = positionOf(paging);
  if (field === null) return false;
  const [name] = field.path;
  const sent = field.in === "body" ? partOf(body, field.path) : url.searchParams.get(name);
  if (sent === undefined || sent === null || sent === "") return false;
  switch (paging.kind) {
    case "page":
      return Number(sent) > paging.first;
    case "offset":
      return Number(sent) > 0;
    default:
      return true;
  }
}

function partOf(value: unknown, path: readonly (string | -1)[]): unknown {
  return path.reduce<unknown>((found, step) => Object(found)[step], value);
}

/** A copy with another value at a path; unchanged if nothing is at the path. */
function withPart(value: unknown, path: ResultPath | null, part: unknown): unknown {
  if (path === null || typeof value !== "object" || value === null) return value;
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (!Object.hasOwn(value, step)) return value;
  return { ...value, [step]: rest.length === 0 ? part : withPart(Object(value)[step], rest, part) };
}
