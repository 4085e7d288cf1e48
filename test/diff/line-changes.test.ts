import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { ref } from "../plan/blueprint.js";
import { adding, changesBetween, giving, taking } from "./documents.js";

type Row = readonly [name: string, old: JsonObject, next: JsonObject, want: readonly string[]];

const text = (facts: JsonObject = {}): JsonObject => ({ type: "string", ...facts });
const number = (facts: JsonObject = {}): JsonObject => ({ type: "number", ...facts });
const list = (items: JsonObject, facts: JsonObject = {}): JsonObject => ({
  ...{ type: "array", items },
  ...facts,
});

const refused = "values passed before may be refused";
const more = "calls may pass more values";

describe("a limit on what a call takes", () => {
  it.each<Row>([
    [
      "is new",
      text(),
      text({ maxLength: 50 }),
      [`breaking operation pets.add: argument a now has to meet maxLength: 50: ${refused}`],
    ],
    [
      "is removed",
      text({ pattern: "^[a-z]+$" }),
      text(),
      [
        `additive operation pets.add: argument a no longer has to meet pattern: "^[a-z]+$": ${more}`,
      ],
    ],
    [
      "is lower at its upper end",
      number({ maximum: 100 }),
      number({ maximum: 99.5 }),
      [
        `breaking operation pets.add: argument a has to meet maximum: 99.5 instead of maximum: 100: ${refused}`,
      ],
    ],
    [
      "is higher at its upper end",
      list({}, { maxItems: 9 }),
      list({}, { maxItems: 10 }),
      [
        `additive operation pets.add: argument a has to meet maxItems: 10 instead of maxItems: 9: ${more}`,
      ],
    ],
    [
      "is higher at its lower end",
      text({ minLength: 1 }),
      text({ minLength: 10 }),
      [
        `breaking operation pets.add: argument a has to meet minLength: 10 instead of minLength: 1: ${refused}`,
      ],
    ],
    [
      "is lower at its lower end",
      number({ exclusiveMinimum: 0 }),
      number({ exclusiveMinimum: -1 }),
      [
        `additive operation pets.add: argument a has to meet exclusiveMinimum: -1 instead of exclusiveMinimum: 0: ${more}`,
      ],
    ],
    [
      "has finer steps",
      number({ multipleOf: 10 }),
      number({ multipleOf: 5 }),
      [
        `additive operation pets.add: argument a has to meet multipleOf: 5 instead of multipleOf: 10: ${more}`,
      ],
    ],
    [
      "has coarser steps",
      number({ multipleOf: 5 }),
      number({ multipleOf: 10 }),
      [
        `breaking operation pets.add: argument a has to meet multipleOf: 10 instead of multipleOf: 5: ${refused}`,
      ],
    ],
    [
      "is another pattern, which can't be compared",
      text({ pattern: "a" }),
      text({ pattern: "[ab]" }),
      [
        `breaking operation pets.add: argument a has to meet pattern: "[ab]" instead of pattern: "a": ${refused}`,
      ],
    ],
    [
      "asks for whole numbers",
      number(),
      { type: "integer" },
      [`breaking operation pets.add: argument a now has to meet integer: ${refused}`],
    ],
    [
      "asks for whole numbers no longer",
      { type: "integer" },
      number(),
      [`additive operation pets.add: argument a no longer has to meet integer: ${more}`],
    ],
    [
      "is of the items of a list",
      list(text({ maxLength: 9 })),
      list(text({ maxLength: 8 }), { uniqueItems: true }),
      [
        `breaking operation pets.add: argument a has to meet [].maxLength: 8 instead of [].maxLength: 9: ${refused}`,
        `breaking operation pets.add: argument a now has to meet uniqueItems: ${refused}`,
      ],
    ],
    [
      "is of the values of a map",
      { type: "object", additionalProperties: text() },
      { type: "object", additionalProperties: text({ minLength: 1 }) },
      [`breaking operation pets.add: argument a now has to meet [*].minLength: 1: ${refused}`],
    ],
    ["that any value keeps to", text(), text({ minLength: 0 }), []],
    [
      "stays where null is allowed too",
      text({ maxLength: 5 }),
      { type: ["string", "null"], maxLength: 5 },
      [`additive operation pets.add: argument a may now be null: ${more}`],
    ],
    [
      "comes with another type",
      text({ maxLength: 5 }),
      { enum: ["a"] },
      [
        'breaking operation pets.add: argument a is "a" instead of string: values passed before may no longer be allowed',
      ],
    ],
    [
      "is of one of two types",
      { anyOf: [text({ maxLength: 5 }), list(text())] },
      { anyOf: [text({ maxLength: 4 }), list(text())] },
      [
        `breaking operation pets.add: argument a has to meet maxLength: 4 instead of maxLength: 5: ${refused}`,
      ],
    ],
    [
      "is of one of two texts, so that the other has room for all",
      { anyOf: [text({ format: "uri" }), text()] },
      { anyOf: [text({ format: "email" }), text()] },
      [],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(taking({ a: old }), taking({ a: next }))).toEqual(want);
  });
});

describe("a format of an argument", () => {
  it.each<Row>([
    [
      "is new",
      text(),
      text({ format: "email" }),
      [`breaking operation pets.add: argument a now has to meet format: "email": ${refused}`],
    ],
    [
      "is removed",
      text({ format: "email" }),
      text(),
      [`additive operation pets.add: argument a no longer has to meet format: "email": ${more}`],
    ],
    [
      "is another one",
      text({ format: "date" }),
      text({ format: "date-time" }),
      [
        `breaking operation pets.add: argument a has to meet format: "date-time" instead of format: "date": ${refused}`,
      ],
    ],
    ["that every number of a program has", number(), number({ format: "double" }), []],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(taking({ a: old }), taking({ a: next }))).toEqual(want);
  });
});

describe("a default of an argument", () => {
  const asked = (schema: JsonObject, required = false): JsonObject =>
    adding({ parameters: [{ name: "size", in: "query", required, schema }] });
  it.each<Row>([
    [
      "is another one",
      asked(number({ default: 10 })),
      asked(number({ default: 20 })),
      [
        "breaking operation pets.add: argument size defaults to 20 instead of 10: calls that omit it now request something else",
      ],
    ],
    [
      "is added",
      asked(text()),
      asked(text({ default: "a; b" })),
      ['info operation pets.add: argument size now has the documented default "a; b"'],
    ],
    [
      "is removed",
      asked({ type: "boolean", default: true }),
      asked({ type: "boolean" }),
      ["info operation pets.add: argument size no longer has the documented default true"],
    ],
    [
      "goes where nothing can be left out",
      asked(text({ default: "a" })),
      asked(text({ default: "a" }), true),
      [
        "breaking operation pets.add: argument size is now required: calls without it no longer compile",
      ],
    ],
    [
      "is of a required value",
      asked(text({ default: "a" }), true),
      asked(text({ default: "b" }), true),
      [],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(old, next)).toEqual(want);
  });
});

describe("of a result", () => {
  it.each<Row>([
    [
      "changed limits are reported as neutral",
      text({ minLength: 2, maxLength: 5 }),
      text({ minLength: 1, format: "email" }),
      [
        "info model Pet: field a no longer has to meet maxLength: 5",
        "info model Pet: field a has to meet minLength: 1 instead of minLength: 2",
        'info model Pet: field a now has to meet format: "email"',
      ],
    ],
    [
      "another format may not be read by what read the first",
      text({ format: "date-time" }),
      text({ format: "date" }),
      [
        'breaking model Pet: field a has to meet format: "date" instead of format: "date-time": programs may be unable to parse it',
      ],
    ],
    [
      "whole numbers are of no matter",
      { type: "integer" },
      number(),
      ["info model Pet: field a no longer has to meet integer"],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(giving({ a: old }), giving({ a: next }))).toEqual(want);
  });
});

describe("of a model", () => {
  const content = { "application/json": { schema: list(ref("Code")) } };
  const taken = (code: JsonObject): JsonObject =>
    adding(
      { requestBody: { required: true, content } },
      { components: { schemas: { Code: code } } },
    );
  const both = (code: JsonObject): JsonObject => {
    const responses = { "200": { description: "", content } };
    return adding(
      { requestBody: { required: true, content }, responses },
      { components: { schemas: { Code: code } } },
    );
  };

  it("that is sent, they matter", () => {
    expect(changesBetween(taken(text({ maxLength: 5 })), taken(text({ maxLength: 4 })))).toEqual([
      `breaking model Code: type has to meet maxLength: 4 instead of maxLength: 5: ${refused}`,
    ]);
  });

  it("that is sent and received, the more severe counts", () => {
    expect(changesBetween(both(text({ maxLength: 5 })), both(text()))).toEqual([
      `additive model Code: type no longer has to meet maxLength: 5: ${more}`,
    ]);
    expect(changesBetween(both(text()), both(text({ maxLength: 5 })))).toEqual([
      `breaking model Code: type now has to meet maxLength: 5: ${refused}`,
    ]);
  });

  it("that had no name, they are the same", () => {
    const inline = adding({ requestBody: { required: true, content: inlineContent } });
    expect(changesBetween(inline, taken(text({ maxLength: 5 })))).toEqual([
      "additive model Code: is new",
    ]);
    expect(changesBetween(inline, taken(text({ maxLength: 4 })))).toEqual([
      `breaking operation pets.add: argument body has to meet [].maxLength: 4 instead of [].maxLength: 5: ${refused}`,
      "additive model Code: is new",
    ]);
  });
  const inlineContent = { "application/json": { schema: list(text({ maxLength: 5 })) } };
});
