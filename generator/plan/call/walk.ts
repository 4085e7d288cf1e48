import type { Operation } from "../../model/api/operation.js";
import type { Paging, RequestField } from "../../model/api/paging.js";
import type { Arguments } from "./arguments.js";

/** How a call walks the pages of a list. */
export interface Walk {
  readonly paging: Paging;
  /** The path of the request field that selects a page; `null` if a URL does. */
  readonly position: readonly string[] | null;
  /** The path of the request field for the page size. */
  readonly size: readonly string[] | null;
}

/** The walk of an operation; `null` if it isn't paged, or a call can't set the position. */
export function walkFrom({ paging }: Operation, given: Arguments): Walk | null {
  if (paging === null) return null;
  const field = positionOf(paging);
  const position = field && stepsTo(field, given);
  if (field !== null && position === null) return null;
  return { paging, position, size: paging.size && stepsTo(paging.size, given) };
}

/** The field of a request with the position of a page; `null` if pages are found by URLs. */
export function positionOf(paging: Paging): RequestField | null {
  switch (paging.kind) {
    case "cursor":
      return paging.cursor;
    case "offset":
      return paging.offset;
    case "page":
      return paging.page;
    case "url":
    case "link":
      return null;
  }
}

/** The path of a field in the object that a call takes. */
function stepsTo(
  { in: place, path }: RequestField,
  { fields }: Arguments,
): readonly string[] | null {
  const [name, ...inner] = path;
  const own = fields.find((field) => field.in === place && field.name === name);
  if (own) return [own.key, ...inner];
  // The whole body is one field of the call.
  const body = place === "body" ? fields.find((field) => field.in === "body") : undefined;
  return body && body.name === "body" ? [body.key, ...path] : null;
}
