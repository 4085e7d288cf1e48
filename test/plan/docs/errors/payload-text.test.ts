import { describe, expect, it } from "vitest";
import type { Schema } from "../../../../generator/model/api/schema.js";
import { payloadText } from "../../../../generator/plan/docs/errors/payload-text.js";
import { field, json, list, named, object, response, schema, text } from "../fixture.js";

const required = { required: true };
const detail = object([
  field("code", text(), required),
  field("long_message", text(), required),
  field("message", text(), required),
]);
const schemas = new Map<string, Schema>([
  ["Detail", detail],
  ["Tree", object([field("inner", named("Tree"), required)])],
  ["MaybeDetail", { ...detail, nullable: true }],
]);
const find = (name: string) => schemas.get(name);

function code(of: Schema): string {
  return payloadText([response(422, { content: json(of) })], "error.body", find);
}

describe("the text of an error's payload", () => {
  it.each<[name: string, of: Schema, want: string]>([
    [
      "the message of the first item of a list",
      object([
        field("trace_id", text(), required),
        field("errors", list(named("Detail")), required),
      ]),
      "error.body.errors[0]?.message",
    ],
    [
      "read with optional chaining if it may be missing",
      object([field("errors", list(object([field("detail", text())])))]),
      "error.body.errors?.[0]?.detail",
    ],
    [
      "of an object that may be null",
      object([field("error", named("MaybeDetail"), required)]),
      "error.body.error?.message",
    ],
    ["of a payload that may be null", named("MaybeDetail"), "error.body?.message"],
    [
      "the marked one",
      object([
        field("message", text(), required),
        field("why", text({ isErrorMessage: true }), required),
      ]),
      "error.body.why",
    ],
    [
      "a field whose name isn't an identifier",
      object([field("error-code", text(), required)]),
      'error.body["error-code"]',
    ],
    [
      "an item of a list of texts",
      object([field("errors", list(text()))]),
      "error.body.errors?.[0]",
    ],
    ["the whole payload if it has none", named("Tree"), "error.body"],
    [
      "the whole payload of a union",
      schema({ kind: "union", members: [detail, text()] }),
      "error.body",
    ],
  ])("is %s", (_, of, want) => {
    expect(code(of)).toBe(want);
  });
});
