import { expect, it } from "vitest";
import { methodsIn } from "../../generator/model/methods.js";
import { readingOf } from "./documents.js";

it.each([
  ["GET", '"GET" is no additional method: write it as "get"; it is left out.'],
  ["Query", '"Query" is no additional method: write it as "query"; it is left out.'],
  ["CONNECT", '"CONNECT" is a method that no program may send; it is left out.'],
  ["copy", '"copy" is no method: write one in capitals; it is left out.'],
  ["A B", '"A B" is no method: write one in capitals; it is left out.'],
])("the additional operation %s is left out, with a warning", (method, message) => {
  const node = { additionalOperations: { [method]: {}, LINK: { summary: "a" } } };
  const { reading, problems } = readingOf({});
  const pointer = "/paths/~1a";
  expect(methodsIn(reading, { node, pointer })).toEqual([
    ["LINK", { node: { summary: "a" }, pointer: `${pointer}/additionalOperations/LINK` }],
  ]);
  expect(problems).toEqual([
    { severity: "warning", pointer: `${pointer}/additionalOperations/${method}`, message },
  ]);
});
