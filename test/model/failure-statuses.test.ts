import { describe, expect, it } from "vitest";
import { failureStatusesIn } from "../../generator/model/failure-statuses.js";
import type { Json, Place } from "../../generator/read/document/document.js";

function place(errors?: Json): Place {
  return { node: errors === undefined ? {} : { "x-speakeasy-errors": errors }, pointer: "" };
}

describe("what is called a failure", () => {
  it.each<[name: string, row: { given: (Place | null)[]; want: string[] }]>([
    ["is nothing where nothing is said", { given: [null, place(), place(null)], want: [] }],
    [
      "is what any place says",
      {
        given: [place({ statusCodes: ["default"] }), place({ statusCodes: [404, "5XX"] })],
        want: ["default", "404", "5XX"],
      },
    ],
    [
      "is not what stands outside of a place that overrides",
      {
        given: [
          place({ statusCodes: ["default"] }),
          place({ statusCodes: ["500"], override: true }),
          place({ statusCodes: ["404"] }),
        ],
        want: ["500", "404"],
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect([...failureStatusesIn(given)]).toEqual(want);
  });
});
