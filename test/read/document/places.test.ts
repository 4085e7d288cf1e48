import { expect, it } from "vitest";
import { placesOf } from "../../../generator/read/document/places.js";
import { writtenIn } from "../../../generator/read/document/trace.js";

it("tells the file and the line of each node, or of what is around it", async () => {
  const source = { file: "api.yaml", text: "openapi: 3.1.0\npaths:\n  /a:\n    get: {}\n" };
  expect(await placesOf(writtenIn(source), ["/paths/~1a/get", "/paths/~1b/get"])).toEqual(
    new Map([
      ["/paths/~1a/get", { file: "api.yaml", line: 4 }],
      ["/paths/~1b/get", { file: "api.yaml", line: 2 }],
    ]),
  );
});
