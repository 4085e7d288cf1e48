import { describe, expect, it } from "vitest";
import {
  isSwagger,
  isUnsupportedVersion,
  versionProblems,
  withTextVersion,
} from "../../../generator/read/check/check-version.js";

describe("a version", () => {
  it.each(["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.2.0", "3.0", "3.1.0-rc1"])(
    "%s is read",
    (openapi) => {
      expect(versionProblems({ openapi })).toEqual([]);
      expect(isUnsupportedVersion({ openapi })).toBe(false);
    },
  );

  it.each([
    [
      { openapi: "4.0.0" },
      "/openapi",
      `version "4.0.0" isn't supported: use Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2`,
    ],
    [
      { openapi: "3.10.0" },
      "/openapi",
      `version "3.10.0" isn't supported: use Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2`,
    ],
    [
      { openapi: 4.1 },
      "/openapi",
      '`openapi` is not text but 4.1: write it in quotation marks, as in `openapi: "3.1.0"`',
    ],
    [
      { openapi: null },
      "/openapi",
      '`openapi` is not text but something else: write it in quotation marks, as in `openapi: "3.1.0"`',
    ],
    [
      { swagger: "1.2" },
      "/swagger",
      `version "1.2" isn't supported: use Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2`,
    ],
  ])("%j is another one", (document, pointer, message) => {
    expect(versionProblems(document)).toEqual([{ severity: "error", pointer, message }]);
    expect(isUnsupportedVersion(document)).toBe(true);
  });

  it.each([
    [3.1, "3.1"],
    [3, "3.0"],
  ])("that YAML took for the number %s is read with a warning", (openapi, text) => {
    expect(isUnsupportedVersion({ openapi })).toBe(false);
    expect(withTextVersion({ openapi, info: {} })).toEqual({ openapi: text, info: {} });
    expect(versionProblems({ openapi })).toEqual([
      {
        severity: "warning",
        pointer: "/openapi",
        kind: "wrong-type",
        message: `\`openapi\` is the number ${openapi} and is read as "${text}": write it in quotation marks, as in \`openapi: "3.1.0"\``,
      },
    ]);
  });

  it.each([{ swagger: "2.0" }, { swagger: 2 }])("%j is read", (document) => {
    expect(versionProblems(document)).toEqual([]);
    expect(isUnsupportedVersion(document)).toBe(false);
    expect(isSwagger(document)).toBe(true);
  });

  it("that is missing is a problem next to the others", () => {
    expect(versionProblems({})).toEqual([
      {
        severity: "error",
        pointer: "",
        message: '`openapi` is missing: write a version, as in `openapi: "3.1.0"`',
      },
    ]);
    expect(isUnsupportedVersion({})).toBe(false);
  });
});
