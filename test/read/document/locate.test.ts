import { expect, it } from "vitest";
import { errorAt, warningAt } from "../../../generator/problem.js";
import { locate, placesOf, traceIn } from "../../../generator/read/document/locate.js";

const source = { file: "api.yaml", text: "openapi: 3.1.0\npaths:\n  /a:\n    get: oops\n" };

it("adds the file and the position of the key to each problem", async () => {
  const problems = [errorAt("/paths/~1a/get", "no object"), warningAt("/info", "missing")];
  expect(await locate(traceIn(source), problems)).toEqual([
    {
      severity: "error",
      pointer: "/paths/~1a/get",
      message: "no object",
      file: "api.yaml",
      line: 4,
      column: 5,
    },
    {
      severity: "warning",
      pointer: "/info",
      message: "missing",
      file: "api.yaml",
      line: 1,
      column: 1,
    },
  ]);
});

it("has nothing to do without problems", async () => {
  expect(await locate(traceIn(source), [])).toEqual([]);
});

it("finds the file and the line of each node, or of its parent", async () => {
  const source = { file: "api.yaml", text: "openapi: 3.1.0\npaths:\n  /a:\n    get: {}\n" };
  expect(await placesOf(traceIn(source), ["/paths/~1a/get", "/paths/~1b/get"])).toEqual(
    new Map([
      ["/paths/~1a/get", { file: "api.yaml", line: 4 }],
      ["/paths/~1b/get", { file: "api.yaml", line: 2 }],
    ]),
  );
});
