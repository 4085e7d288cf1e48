import type { Response, Status } from "../../model/api.js";

/** A status as the key of an object literal: `404`, `"4XX"`, `default`. */
export function statusKey(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `"${status.hundreds}XX"`;
    case "default":
      return "default";
  }
}

/**
 * The statuses of an entry as a type: those that no more specific entry lists.
 *
 * @param all every documented failure of the operation, including this entry.
 */
export function statusType(status: Status, all: readonly Pick<Response, "status">[]): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return excluding(
        spellStatus(status),
        all.flatMap(({ status: other }) => (isWithin(other, status.hundreds) ? [other] : [])),
      );
    case "default":
      return excluding(
        "HttpErrorStatus",
        all.flatMap(({ status: other }) => (other.kind === "default" ? [] : [other])),
      );
  }
}

/** A type without the statuses that other entries list. */
export function excluding(type: string, statuses: readonly Status[]): string {
  return statuses.length === 0
    ? type
    : `Exclude<${type}, ${statuses.map((status) => spellStatus(status)).join(" | ")}>`;
}

function spellStatus(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `StatusRange<${status.hundreds}>`;
    case "default":
      return "HttpErrorStatus";
  }
}

function isWithin(status: Status, hundreds: number): boolean {
  return status.kind === "code" && Math.floor(status.code / 100) === hundreds;
}
