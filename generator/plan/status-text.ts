import type { Status } from "../model/api.js";

/**
 * A status as the document writes it, `404` or `4XX`.
 *
 * @param rest the text for the default response.
 */
export function statusText(status: Status, rest = "default"): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return rest;
  }
}
