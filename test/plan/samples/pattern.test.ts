import { describe, expect, it } from "vitest";
import { patternFrom } from "../../../generator/plan/samples/pattern.js";

describe("a pattern", () => {
  it("is a structure of characters, sequences, choices and repeats", () => {
    const a = { kind: "characters", allowed: "a" };
    const whole = (...parts: unknown[]) => ({ kind: "sequence", parts });
    expect(patternFrom("^a+$")).toEqual(
      whole({ kind: "repeat", part: a, least: 1, most: Infinity }),
    );
    expect(patternFrom("(?:a|a?)")).toEqual(
      whole(
        { kind: "gap" },
        {
          kind: "choice",
          options: [whole(a), whole({ kind: "repeat", part: a, least: 0, most: 1 })],
        },
        { kind: "gap" },
      ),
    );
  });

  it.each([
    ["looks ahead", "^(?=a)b$"],
    ["refers back", "^(a)\\1$"],
    ["has properties of characters", "^\\p{L}+$"],
    ["is cut off", "^[a-z"],
    ["repeats nothing", "^*"],
    ["ends before its end", "a$b"],
    ["is longer than anyone reads", "a".repeat(501)],
  ])("with %s isn't supported", (_, text) => {
    expect(patternFrom(text)).toBeNull();
  });
});
