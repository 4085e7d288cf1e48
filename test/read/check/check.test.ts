import { describe, expect, it } from "vitest";
import { structureProblems } from "../../../generator/read/check/check.js";

const info = { title: "Pets", version: "1" };
const fine = { openapi: "3.1.0", info, paths: {} };

describe("a document", () => {
  it.each([
    [fine],
    [{ openapi: "3.0.3", info, paths: {} }],
    [{ openapi: "3.1.0", info, webhooks: {} }],
    [{ openapi: "3.0.3", info, "x-webhooks": {} }],
    [{ swagger: "2.0", info, "x-webhooks": {} }],
    [{ openapi: "3.1.0", info, components: {} }],
    [{ ...fine, info: { title: 1, version: 2 } }],
  ])("as %j is fine", (document) => {
    expect(structureProblems(document)).toEqual([]);
  });

  it.each([
    [
      { openapi: "3.1.0", paths: {} },
      "",
      "`info` is missing: it is an object with `title` and `version`",
    ],
    [
      { ...fine, info: "Pets" },
      "/info",
      "`info` is not an object: it is an object with `title` and `version`",
    ],
    [
      { openapi: "3.0.3", info, components: {} },
      "",
      "`paths` is missing: write `paths: {}` if there are none",
    ],
    [
      { openapi: "3.1.0", info },
      "",
      "`paths` is missing, and so are `webhooks` and `components`: add one",
    ],
    [{ ...fine, webhooks: [] }, "/webhooks", "`webhooks` is not an object: its keys are webhooks"],
  ])("as %j is unusable", (document, pointer, message) => {
    expect(structureProblems(document)).toEqual([{ severity: "error", pointer, message }]);
  });

  it("without a title and a version has warnings", () => {
    expect(structureProblems({ ...fine, info: {} })).toEqual([
      {
        severity: "warning",
        pointer: "/info",
        message: "`info.title` is missing: the package needs one",
      },
      {
        severity: "warning",
        pointer: "/info",
        message: "`info.version` is missing: the package needs one",
      },
    ]);
  });

  it("has all its problems reported at once", () => {
    const document = { info: 1, servers: {}, paths: { "/a": 1 } };
    expect(structureProblems(document).map(({ pointer }) => pointer)).toEqual([
      "",
      "/info",
      "/servers",
      "/paths/~1a",
    ]);
  });

  it("of another version has no other problem reported", () => {
    expect(structureProblems({ swagger: "1.2", paths: [] }).map(({ pointer }) => pointer)).toEqual([
      "/swagger",
    ]);
  });
});
