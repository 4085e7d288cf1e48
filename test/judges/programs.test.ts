import { beforeAll, describe, expect, it } from "vitest";
import type { Program } from "../snippets/compile.js";
import { documents } from "./documents.js";
import { judges } from "./judges.js";
import { programsOf, violationsOf } from "./violations.js";

describe.each(documents)("the programs of $name", ({ name, file, judges: chosen, known }) => {
  let programs: readonly Program[] = [];

  beforeAll(async () => {
    programs = await programsOf(name, file);
  });

  it.each(chosen)("send what %s accepts", async (judge) => {
    const expected = known.filter((each) => each.judge === judge);
    const violations = await violationsOf(programs, file, judges[judge]);
    expect(programs.length).toBeGreaterThan(0);
    expect(
      violations.filter((line) => !expected.some((each) => each.violation.test(line))),
    ).toEqual([]);
    expect(
      expected.filter((each) => !violations.some((line) => each.violation.test(line))),
    ).toEqual([]);
  });
});
