import { expect, it } from "vitest";
import { positionsIn } from "../../../generator/read/parse/position.js";

const text = "ab\ncd\r\n\ref";

it.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 1, 3],
  [3, 2, 1],
  [7, 3, 1],
  [8, 4, 1],
  [9, 4, 2],
])("character %i is at %i:%i", (offset, line, column) => {
  expect(positionsIn(text)(offset)).toEqual({ line, column });
});
