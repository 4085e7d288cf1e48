import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api.js";
import { messagePathIn } from "../../../generator/plan/call/message-path.js";
import { field, list, named, object, schema, text } from "../docs/fixture.js";

const told = field("detail", text({ isErrorMessage: true }));
const problem = object([field("code", text()), told]);
const schemas = new Map([
  ["Problem", problem],
  ["Loop", object([field("loop", named("Loop"))])],
]);

describe("the sentence of a payload", () => {
  it.each<[name: string, row: { given: Schema; want: readonly (string | 0)[] | null }]>([
    ["is a field", { given: problem, want: ["detail"] }],
    ["is a field of a named schema", { given: named("Problem"), want: ["detail"] }],
    [
      "is one of the first item of a list",
      { given: object([field("errors", list(problem))]), want: ["errors", 0, "detail"] },
    ],
    [
      "is one of a part",
      {
        given: schema({ kind: "intersection", members: [object([]), problem] }),
        want: ["detail"],
      },
    ],
    ["is the payload itself", { given: text({ isErrorMessage: true }), want: [] }],
    ["is not said", { given: object([field("message", text())]), want: null }],
    ["is not looked for for ever", { given: named("Loop"), want: null }],
  ])("%s", (_, { given, want }) => {
    expect(messagePathIn(given, (name) => schemas.get(name))).toEqual(want);
  });
});
