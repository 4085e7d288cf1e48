import type { Status } from "../model/api.js";

/** A status as the document writes it, `404` or `4XX`; `rest` is said of those that no other is for. */
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
