import { describe, expect, it } from "vitest";
import type { Case } from "./cases.js";
import type { Ending } from "./child.js";
import { type Emitted, outcomeOf } from "./outcome.js";

const valid: Case = { file: "a.yaml", verdict: "valid", expect: [], operations: null };
const invalid: Case = {
  file: "a.yaml",
  verdict: "invalid",
  expect: ["servers", "paths"],
  operations: null,
};
const lax: Case = { file: "a.yaml", verdict: "lax", expect: [], operations: null };

const done: Ending = {
  code: 0,
  isOverTime: false,
  output: "",
  complaints: "",
  seconds: 1.5,
  peak: 150,
  busy: 1.4,
};

const sound: Emitted = {
  operations: { exported: 2, documented: 2 },
  deadLinks: [],
  typeErrors: [],
  disagreements: [],
  failingPrograms: [],
};

function refused(complaints: string): Ending {
  return { ...done, code: 1, complaints };
}

function problem(given: Case, run: Ending, emitted: Emitted | null): string | null {
  return outcomeOf(given, run, emitted).problem;
}

describe("the outcome of a document", () => {
  it("has the counts of what was generated, and the time", () => {
    expect(outcomeOf(valid, done, sound)).toEqual({
      file: "a.yaml",
      isGenerated: true,
      isClean: true,
      operations: { exported: 2, documented: 2 },
      seconds: 1.5,
      peak: 150,
      problem: null,
    });
  });

  it("is a problem if a valid one is refused, crashes, takes too long, or writes nothing", () => {
    const reason = "a.yaml:3:5 error there are no paths\nsdkwright: nothing was written\n";
    expect(problem(valid, refused(reason), null)).toBe("there are no paths");
    expect(problem(valid, refused("Oh no"), null)).toBe("is refused without a reason: Oh no");
    expect(problem(valid, { ...done, code: 134, complaints: "heap\nabort" }, null)).toBe(
      "dies: abort",
    );
    expect(problem(valid, { ...done, code: null, isOverTime: true }, null)).toBe("takes too long");
    expect(problem(valid, done, null)).toBe("nothing was written");
  });

  it("is a problem if the package has a type error, lacks an operation, or has a dead link", () => {
    const typeErrors = ["src/schema.ts(1,1): error TS1005: ';' expected.", "another"];
    expect(problem(valid, done, { ...sound, typeErrors })).toBe(
      "2 type errors: src/schema.ts(1,1): error TS1005: ';' expected.",
    );
    expect(problem(valid, done, { ...sound, operations: { exported: 1, documented: 2 } })).toBe(
      "exports 1 operations of 2",
    );
    expect(problem(valid, done, { ...sound, deadLinks: ["#pets in README.md"] })).toBe(
      "dead link: #pets in README.md",
    );
    const failingPrograms = ["README.md 1: body /name must be string", "another"];
    expect(problem(valid, done, { ...sound, failingPrograms })).toBe(
      "2 programs fail: README.md 1: body /name must be string",
    );
  });

  it("is as expected if an invalid one is refused with a message that names the problem", () => {
    expect(problem(invalid, refused("a.yaml:1:1 error there are no Paths"), null)).toBeNull();
    const another = { ...invalid, expect: ["\\$ref"] };
    expect(problem(another, refused('a.yaml:1:1 error "$ref" must be text'), null)).toBeNull();
    expect(problem(invalid, refused("a.yaml:1:1 error no info"), null)).toBe(
      "a message names another thing: no info",
    );
    expect(problem(invalid, done, sound)).toBe("is taken for valid");
    expect(problem(invalid, refused("a.yaml:1:1 error there are no paths"), sound)).toBe(
      "is refused, and yet something is written",
    );
  });

  it("accepts a lax one that is refused with a reason, or lacks operations that a warning is about", () => {
    const part = { ...sound, operations: { exported: 1, documented: 2 } };
    const warned = { ...done, complaints: "a.yaml:1:1 warning one is left out" };
    expect(problem(lax, refused("a.yaml:1:1 error there are no paths"), null)).toBeNull();
    expect(problem(lax, warned, part)).toBeNull();
    expect(problem(lax, done, part)).toBe("exports 1 operations of 2");
    expect(problem(valid, warned, part)).toBe("exports 1 operations of 2");
  });
});
