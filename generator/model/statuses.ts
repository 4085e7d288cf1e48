import type { Status } from "./api/operation.js";

/**
 * The status of a key of the Responses Object (OpenAPI 3.1); `null` for any other key. `4xx` is
 * read as `4XX`.
 */
export function statusFrom(key: string): Status | null {
  if (key === "default") return { kind: "default" };
  if (/^[1-5]\d\d$/.test(key)) return { kind: "code", code: Number(key) };
  const hundreds = /^([1-5])XX$/i.exec(key)?.[1];
  return hundreds === undefined ? null : { kind: "range", hundreds: hundredsFrom(hundreds) };
}

/** Sorts codes ascending, then ranges, then the default: the order of matching a response. */
export function compareStatuses(a: Status, b: Status): number {
  return rankOf(a) - rankOf(b);
}

/** The first digit of a status; `null` for the default. */
export function classOf(status: Status): number | null {
  switch (status.kind) {
    case "code":
      return Math.floor(status.code / 100);
    case "range":
      return status.hundreds;
    case "default":
      return null;
  }
}

function rankOf(status: Status): number {
  switch (status.kind) {
    case "code":
      return status.code;
    case "range":
      return 1000 + status.hundreds;
    case "default":
      return 2000;
  }
}

function hundredsFrom(digit: string): 1 | 2 | 3 | 4 | 5 {
  switch (digit) {
    case "1":
      return 1;
    case "2":
      return 2;
    case "3":
      return 3;
    case "4":
      return 4;
    default:
      return 5;
  }
}

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
