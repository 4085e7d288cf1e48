import { expect, it } from "vitest";
import { pathProblems } from "../../../generator/read/check/check-paths.js";

const section = { pointer: "/paths", what: "path" };

it.each([
  [undefined],
  [{}],
  [{ "/a": { get: {}, summary: "text", "x-note": 1 }, "x-note": "text" }],
  [{ "/a": { $ref: "#/components/pathItems/A" } }],
])("%j is fine", (paths) => {
  expect(pathProblems(paths, section)).toEqual([]);
});

it.each([
  [[{ "/a": {} }], "/paths", "`paths` is not an object: its keys are paths"],
  [null, "/paths", "`paths` is not an object: its keys are paths"],
  [
    { "/a": "x" },
    "/paths/~1a",
    'the path "/a" is not an object: its keys are methods, such as `get`',
  ],
  [
    { "/a": { get: "x" } },
    "/paths/~1a/get",
    'the operation get of "/a" is not an object: describe it',
  ],
  [
    { "/a": { servers: 1 } },
    "/paths/~1a/servers",
    "`servers` is not a list: write a list of objects with a `url`",
  ],
  [
    { "/a": { get: { servers: [{}] } } },
    "/paths/~1a/get/servers/0",
    "an entry of `servers` has no `url`: add it",
  ],
])("%j is a problem", (paths, pointer, message) => {
  expect(pathProblems(paths, section)).toEqual([{ severity: "error", pointer, message }]);
});

it("reports every problem", () => {
  const paths = { "/a": { get: 1, put: [] }, "/b": null };
  expect(pathProblems(paths, section).map(({ pointer }) => pointer)).toEqual([
    "/paths/~1a/get",
    "/paths/~1a/put",
    "/paths/~1b",
  ]);
});
