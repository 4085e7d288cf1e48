import type { Status } from "../../model/api.js";

/** As the document writes it: `404`, `4XX`, `default`. */
export function spellStatus(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return "default";
  }
}
