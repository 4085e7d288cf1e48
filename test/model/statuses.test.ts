import { describe, expect, it } from "vitest";
import type { Status } from "../../generator/model/api/operation.js";
import {
  classOf,
  compareStatuses,
  statusFrom,
  statusText,
} from "../../generator/model/statuses.js";

const fallback: Status = { kind: "default" };

describe("a key of the responses", () => {
  it.each<[key: string, want: Status | null]>([
    ["200", { kind: "code", code: 200 }],
    ["599", { kind: "code", code: 599 }],
    ["100", { kind: "code", code: 100 }],
    ["1XX", { kind: "range", hundreds: 1 }],
    ["2XX", { kind: "range", hundreds: 2 }],
    ["3XX", { kind: "range", hundreds: 3 }],
    ["4XX", { kind: "range", hundreds: 4 }],
    ["5XX", { kind: "range", hundreds: 5 }],
    ["default", fallback],
    ["4xx", { kind: "range", hundreds: 4 }],
    ["40X", null],
    ["6XX", null],
    ["099", null],
    ["600", null],
    ["20", null],
    ["2000", null],
    [" 200", null],
    ["200\n", null],
    ["Default", null],
    ["", null],
    ["constructor", null],
  ])("%j", (key, want) => {
    expect(statusFrom(key)).toEqual(want);
  });
});

describe("statuses", () => {
  it("are in the order in which a response is matched", () => {
    const keys = ["default", "5XX", "4XX", "503", "404", "2XX", "201", "200"];
    const statuses = keys.flatMap((key) => statusFrom(key) ?? []);
    expect(statuses.sort(compareStatuses)).toEqual([
      { kind: "code", code: 200 },
      { kind: "code", code: 201 },
      { kind: "code", code: 404 },
      { kind: "code", code: 503 },
      { kind: "range", hundreds: 2 },
      { kind: "range", hundreds: 4 },
      { kind: "range", hundreds: 5 },
      fallback,
    ]);
  });

  it.each<[status: Status, want: number | null]>([
    [{ kind: "code", code: 404 }, 4],
    [{ kind: "code", code: 200 }, 2],
    [{ kind: "range", hundreds: 5 }, 5],
    [fallback, null],
  ])("%j is of class %j", (status, want) => {
    expect(classOf(status)).toBe(want);
  });
});

it("writes a status as the document does", () => {
  expect(statusText({ kind: "code", code: 404 })).toBe("404");
  expect(statusText({ kind: "range", hundreds: 4 })).toBe("4XX");
  expect(statusText({ kind: "default" })).toBe("default");
});

it("describes the default status with the given words", () => {
  expect(statusText({ kind: "default" }, "any other")).toBe("any other");
  expect(statusText({ kind: "code", code: 404 }, "any other")).toBe("404");
});
