import { expect, it } from "vitest";
import { membersOf } from "../../../generator/plan/report/text.js";

it.each([
  ["string", ["string"]],
  ["string | null", ["string", "null"]],
  ['"a | b" | "\\" | " | 1', ['"a | b"', '"\\" | "', "1"]],
  ['("a" | "b")[] | Pet', ['("a" | "b")[]', "Pet"]],
  ["Record<string, A | B> | { a: A | B }", ["Record<string, A | B>", "{ a: A | B }"]],
])("%s has these members", (type, want) => {
  expect(membersOf(type)).toEqual(want);
});
