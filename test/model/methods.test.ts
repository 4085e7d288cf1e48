import { expect, it } from "vitest";
import { methodsIn } from "../../generator/model/methods.js";
import { readingOf } from "./documents.js";

it.each([
  ["GET", `"GET" isn't an additional method: write it as "get"; it is left out.`],
  ["Query", `"Query" isn't an additional method: write it as "query"; it is left out.`],
  ["CONNECT", '"CONNECT" is a method that fetch refuses to send; it is left out.'],
  ["copy", `"copy" isn't a method: write one in capitals; it is left out.`],
  ["A B", `"A B" isn't a method: write one in capitals; it is left out.`],
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
