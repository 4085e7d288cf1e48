import { expect, it } from "vitest";
import { typeChange } from "../../generator/diff/type-change.js";
import { membersOf } from "../../generator/plan/report/text.js";

it.each<readonly [old: string, next: string, gained: string[], lost: string[]]>([
  ["string", "string", [], []],
  ['"a" | "b"', '"b" | "a"', [], []],
  ["string", "string | null", ["null"], []],
  ['"a"', "string", ["string"], []],
  ["string", '"a"', [], ["string"]],
  ["1 | 2", "number", ["number"], []],
  ["true", "boolean", ["boolean"], []],
  ["unknown", "Pet", [], ["unknown"]],
  ["Pet", "Cat", ["Cat"], ["Pet"]],
  ['("a" | "b")[]', '("a" | "b" | "c")[]', ['("a" | "b" | "c")[]'], []],
  ["string[][]", '"a"[][]', [], ["string[][]"]],
  ['Record<string, "a">', "Record<string, string>", ["Record<string, string>"], []],
  ["Pet[]", "Record<string, Pet>", ["Record<string, Pet>"], ["Pet[]"]],
])("from %s to %s", (old, next, gained, lost) => {
  expect(typeChange(membersOf(old), membersOf(next))).toEqual({ gained, lost });
});
