import { expect, it } from "vitest";
import type { Serialization } from "../../../generator/model/api/parameter.js";
import { argumentsFrom } from "../../../generator/plan/call/arguments.js";
import { listNotes } from "../../../generator/plan/docs/list-notes.js";
import { field, list, named, object, operation, text } from "./fixture.js";

const page = object([field("page", text()), field("sort", list(text()))]);
const filter = object([
  field("tags", list(text())),
  field("and", list(object([field("f", text()), field("v", text())]))),
]);

function styled(style: "form" | "deepObject", explode: boolean): Serialization {
  return { kind: "style", style, explode, allowReserved: false };
}

const deep = styled("deepObject", true);

it.each([
  ["exploded form", page, null, ["A list repeats its key: sort=a&sort=b"]],
  ["exploded form by name", named("Page"), null, ["A list repeats its key: sort=a&sort=b"]],
  ["form without explode", page, styled("form", false), []],
  ["JSON", page, { kind: "json" } as const, []],
  ["a list that is the parameter", list(text()), null, []],
  [
    "deepObject",
    filter,
    deep,
    [
      "A list repeats its key: q[tags]=a&q[tags]=b",
      "A list of objects has indices: q[and][0][f]=a",
    ],
  ],
  ["a list in deepObject", list(page), deep, ["A list of objects has indices: q[0][page]=a"]],
  ["deepObject without a list", object([field("a", text())]), deep, []],
])("say how lists in a query are sent: %s", (_, schema, serialization, want) => {
  const find = (name: string) => (name === "Page" ? page : undefined);
  const facts = { in: "query", alias: null, global: null, examples: [], serialization } as const;
  const called = operation("get", { parameters: [{ ...field("q", schema), ...facts }] });
  const notes = argumentsFrom(called, find).fields.flatMap((each) => listNotes(each, find));
  expect(notes.map(({ label, values }) => `${label} ${values.join()}`)).toEqual(want);
});

it("say how the lists of a form are sent", () => {
  const encoding = { name: "items", contentType: null, headers: [], serialization: deep };
  const body = {
    contentType: "application/x-www-form-urlencoded",
    format: "form",
    required: true,
    schema: object([field("items", list(page)), field("more", list(text()))]),
    ...{ example: null, examples: [], stream: null, description: null, alternatives: [] },
    encodings: [encoding],
  } as const;
  const find = () => undefined;
  const { fields } = argumentsFrom(operation("post", { body }), find);
  expect(fields.map((each) => listNotes(each, find))).toEqual([
    [{ label: "A list of objects has indices:", prose: null, values: ["items[0][page]=a"] }],
    [],
  ]);
});
