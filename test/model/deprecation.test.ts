import { describe, expect, it } from "vitest";
import type { Deprecation } from "../../generator/model/api.js";
import { deprecationOf } from "../../generator/model/deprecation.js";
import type { JsonObject } from "../../generator/read/document/document.js";

describe("a deprecation", () => {
  it.each<[name: string, row: { given: JsonObject; want: Deprecation | null }]>([
    ["is not said", { given: {}, want: null }],
    ["is denied", { given: { deprecated: false }, want: null }],
    ["is no flag", { given: { deprecated: "true" }, want: null }],
    ["is said", { given: { deprecated: true }, want: { reason: null } }],
    [
      "has a reason",
      {
        given: { deprecated: true, "x-speakeasy-deprecation-message": "Use put." },
        want: { reason: "Use put." },
      },
    ],
    [
      "is said by its reason alone",
      { given: { "x-speakeasy-deprecation-message": "Use put." }, want: { reason: "Use put." } },
    ],
    [
      "has an empty reason",
      {
        given: { deprecated: true, "x-speakeasy-deprecation-message": " " },
        want: { reason: null },
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(deprecationOf(given)).toEqual(want);
  });
});
