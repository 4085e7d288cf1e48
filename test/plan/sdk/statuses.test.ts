import { describe, expect, it } from "vitest";
import type { Response, Status } from "../../../generator/model/api.js";
import { statusFrom } from "../../../generator/model/statuses.js";
import { excluding, statusKey, statusType } from "../../../generator/plan/sdk/statuses.js";

function status(key: string): Status {
  const found = statusFrom(key);
  if (found === null) throw new Error(`${key} is no status`);
  return found;
}

function responses(keys: readonly string[]): Response[] {
  return keys.map((key) => ({
    status: status(key),
    description: null,
    content: null,
    alternatives: [],
    headers: [],
    error: null,
    text: null,
  }));
}

describe("the key of a status", () => {
  it.each([
    ["404", "404"],
    ["4XX", '"4XX"'],
    ["default", "default"],
  ])("%s", (given, want) => {
    expect(statusKey(status(given))).toBe(want);
  });
});

describe("the statuses that an entry stands for", () => {
  it.each<[given: string, beside: string[], want: string]>([
    ["404", ["404", "4XX", "default"], "404"],
    ["4XX", ["4XX"], "StatusRange<4>"],
    ["4XX", ["4XX", "404", "422"], "Exclude<StatusRange<4>, 404 | 422>"],
    ["4XX", ["4XX", "500", "5XX", "default"], "StatusRange<4>"],
    ["default", ["default"], "HttpErrorStatus"],
    ["default", ["404", "default"], "Exclude<HttpErrorStatus, 404>"],
    [
      "default",
      ["404", "4XX", "503", "default"],
      "Exclude<HttpErrorStatus, 404 | StatusRange<4> | 503>",
    ],
  ])("%s beside %j", (given, beside, want) => {
    expect(statusType(status(given), responses(beside))).toBe(want);
  });
});

describe("a type without statuses", () => {
  it("is the type itself where there are none", () => {
    expect(excluding("HttpErrorStatus", [])).toBe("HttpErrorStatus");
  });
});
