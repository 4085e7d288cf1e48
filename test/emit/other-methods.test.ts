import { expect, it } from "vitest";
import { withOtherMethods } from "../../generator/emit/other-methods.js";

const operation = { operationId: "a" };

it("operations of other methods are put on paths of their own, their path's parameters with them", () => {
  const item = { parameters: [], get: {}, query: operation, additionalOperations: { COPY: {} } };
  expect(withOtherMethods({ paths: { "/a": item, "/b": { get: {} } } })).toEqual({
    paths: {
      "/a": item,
      "query /a": { parameters: [], post: operation },
      "COPY /a": { parameters: [], post: {} },
      "/b": { get: {} },
    },
  });
});

it("those of a path item that stands elsewhere too", () => {
  const components = { pathItems: { A: { query: operation } } };
  const item = { $ref: "#/components/pathItems/A" };
  expect(withOtherMethods({ paths: { "/a": item }, components })).toEqual({
    paths: { "/a": item, "query /a": { post: operation } },
    components,
  });
});
