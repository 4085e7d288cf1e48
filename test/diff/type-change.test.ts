import { expect, it } from "vitest";
import { typeChange } from "../../generator/diff/type-change.js";
import type { SurfaceType } from "../../generator/plan/report/surface.js";

const word = (text: string): SurfaceType => ({ kind: "word", text });
const literal = (value: string | number | boolean): SurfaceType => ({ kind: "literal", value });
const model = (name: string): SurfaceType => ({ kind: "model", name });
const list = (...items: SurfaceType[]): SurfaceType => ({ kind: "list", items });
const record = (...values: SurfaceType[]): SurfaceType => ({ kind: "record", values });
const both = (...members: SurfaceType[]): SurfaceType => ({ kind: "intersection", members });
const whole = (text: string): SurfaceType => ({ kind: "whole", text });

const string = word("string");
const object: SurfaceType = { kind: "object" };

it.each<
  readonly [
    name: string,
    old: SurfaceType[],
    next: SurfaceType[],
    gained: SurfaceType[],
    lost: SurfaceType[],
  ]
>([
  ["the same", [string], [string], [], []],
  ["another order", [literal("a"), literal("b")], [literal("b"), literal("a")], [], []],
  ["null", [string], [string, word("null")], [word("null")], []],
  ["a literal widened", [literal("a")], [string], [string], []],
  ["a string narrowed", [string], [literal("a")], [], [string]],
  ["numbers widened", [literal(1), literal(2)], [word("number")], [word("number")], []],
  ["a boolean widened", [literal(true)], [word("boolean")], [word("boolean")], []],
  ["a literal of another type", [literal("1")], [literal(1)], [literal(1)], [literal("1")]],
  ["unknown narrowed", [word("unknown")], [model("Pet")], [], [word("unknown")]],
  ["another model", [model("Pet")], [model("Cat")], [model("Cat")], [model("Pet")]],
  [
    "a list of more",
    [list(literal("a"), literal("b"))],
    [list(literal("a"), literal("b"), literal("c"))],
    [list(literal("a"), literal("b"), literal("c"))],
    [],
  ],
  ["a list in a list", [list(list(string))], [list(list(literal("a")))], [], [list(list(string))]],
  ["a record widened", [record(literal("a"))], [record(string)], [record(string)], []],
  [
    "a list that becomes a record",
    [list(model("Pet"))],
    [record(model("Pet"))],
    [record(model("Pet"))],
    [list(model("Pet"))],
  ],
  [
    "any object, with fields now",
    [record(word("unknown"))],
    [object],
    [],
    [record(word("unknown"))],
  ],
  ["the same intersection", [both(model("A"), object)], [both(model("A"), object)], [], []],
  ["another tuple", [whole("[1, 2]")], [whole("[1]")], [whole("[1]")], [whole("[1, 2]")]],
])("%s", (_, old, next, gained, lost) => {
  expect(typeChange(old, next)).toEqual({ gained, lost });
});
