import { expect, it } from "vitest";
import { sizeProblems } from "../../../generator/read/check/check-size.js";

function documentOf(operations: number) {
  const paths = Array.from({ length: operations }, (_, index) => [`/${index}`, { get: {} }]);
  return { openapi: "3.1.0", paths: Object.fromEntries(paths), webhooks: { event: { post: {} } } };
}

it("takes ten thousand operations for one package", () => {
  expect(sizeProblems(documentOf(10_000))).toEqual([]);
});

it("refuses more, and says how to choose", () => {
  expect(sizeProblems(documentOf(10_001))).toEqual([
    {
      severity: "error",
      pointer: "/paths",
      message:
        "the document has 10001 operations, and a package can have at most 10000: select some with --include or --exclude",
    },
  ]);
});
