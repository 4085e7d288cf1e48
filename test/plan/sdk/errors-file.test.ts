import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api/schema.js";
import { errorsFile, messagePathIn } from "../../../generator/plan/sdk/errors-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf, json, ref } from "../blueprint.js";
import { field, list, named, object, schema, text } from "../docs/fixture.js";

function fileOf(document: JsonObject) {
  const file = errorsFile(blueprintOf(document));
  if (file.template !== "sdk/errors") throw new Error(file.template);
  return file;
}

describe("the error classes", () => {
  it("of an API without documented errors are those of every SDK", () => {
    expect(fileOf({})).toEqual({
      path: "src/errors.ts",
      from: "template",
      template: "sdk/errors",
      view: { imports: [], baseError: "ClerkBaseError", hasPages: false, errors: [] },
    });
  });

  it("are one for each payload", () => {
    const { view } = fileOf({
      paths: {
        "/a": {
          get: {
            operationId: "getA",
            responses: {
              400: json(ref("Problem")),
              404: json({ ...ref("Message"), description: "Not there." }),
              409: json({ type: "string" }),
            },
          },
        },
      },
      components: { schemas: { Problem: { description: "Why it failed." }, Message: {} } },
    });
    const told = "Its `status` identifies the documented failures.";
    expect(view.errors).toEqual([
      {
        doc: `Why it failed.\n\n${told}`,
        class: "Problem",
        body: "ProblemBody",
        messagePath: [],
      },
      {
        doc: `Not there.\n\n${told}`,
        class: "MessageError",
        body: "Message",
        messagePath: [],
      },
      {
        doc: `The server responded with a documented error.\n\n${told}`,
        class: "GetA409Error",
        body: "GetA409ErrorBody",
        messagePath: [],
      },
    ]);
    expect(
      view.imports.map(({ module, names }) => [module, names.map(({ name }) => name)]),
    ).toEqual([
      ["./models.js", ["GetA409ErrorBody", "Message", "ProblemBody"]],
      ["./runtime/errors.js", ["ResponseError"]],
      ["./runtime/status.js", ["HttpErrorStatus"]],
    ]);
  });

  it("know the field with the payload's message", () => {
    const detail = { type: "string", "x-speakeasy-error-message": true };
    const errors = { type: "array", items: { properties: { detail } } };
    const { view } = fileOf({
      paths: { "/a": { get: { responses: { 400: json(ref("Problem")) } } } },
      components: { schemas: { Problem: { properties: { errors } } } },
    });
    expect(view.errors[0]?.messagePath).toEqual([
      { isItem: false, key: "errors" },
      { isItem: true, key: "0" },
      { isItem: false, key: "detail" },
    ]);
  });
});

const told = field("detail", text({ isErrorMessage: true }));
const problem = object([field("code", text()), told]);
const schemas = new Map([
  ["Problem", problem],
  ["Loop", object([field("loop", named("Loop"))])],
]);

describe("the message of a payload", () => {
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
