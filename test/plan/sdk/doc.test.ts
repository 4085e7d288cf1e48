import { describe, expect, it } from "vitest";
import type { Deprecation } from "../../../generator/model/api/schema.js";
import { docText } from "../../../generator/plan/sdk/doc.js";

describe("the text of a doc comment", () => {
  it.each<
    [
      name: string,
      row: { given: [(string | null)[], (Deprecation | null)?, string?]; want: string },
    ]
  >([
    ["of nothing", { given: [[]], want: "" }],
    ["of no text", { given: [[null, "", null]], want: "" }],
    ["of paragraphs", { given: [["A.", null, "B.\nC."]], want: "A.\n\nB.\nC." }],
    ["of something deprecated", { given: [["A."], { reason: null }], want: "A.\n\n@deprecated" }],
    [
      "of something deprecated for a reason",
      { given: [[null], { reason: "Use B." }], want: "@deprecated Use B." },
    ],
    [
      "of something deprecated with a replacement",
      { given: [[], { reason: null }, "Use B instead."], want: "@deprecated Use B instead." },
    ],
  ])("%s", (_, { given, want }) => {
    expect(docText(...given)).toBe(want);
  });
});
