import { expect, it } from "vitest";
import { inEach } from "../../generator/emit/in-each.js";

it("changes each value, told its key", () => {
  expect(inEach({ a: 1, b: [2] }, (value, key) => ({ [key]: value }))).toEqual({
    a: { a: 1 },
    b: { b: [2] },
  });
});

it.each([null, 1, "text", [[1]]])("leaves %j as it is", (value) => {
  expect(inEach(value, () => "changed")).toEqual(value);
});
