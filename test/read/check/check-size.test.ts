import { describe, expect, it } from "vitest";
import { sizeMistakes } from "../../../generator/read/check/check-size.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

function documentOf(operations: number) {
  const paths = Array.from({ length: operations }, (_, index) => [`/${index}`, { get: {} }]);
  return { openapi: "3.1.0", paths: Object.fromEntries(paths), webhooks: { event: { post: {} } } };
}

function problemsOf(document: JsonObject) {
  return sizeMistakes(document).map(({ problem }) => problem);
}

it("accepts ten thousand operations", () => {
  expect(problemsOf(documentOf(10_000))).toEqual([]);
});

it("refuses more, and suggests a filter", () => {
  expect(problemsOf(documentOf(10_001))).toEqual([
    {
      severity: "error",
      pointer: "/paths",
      message:
        "the document has 10001 operations, and a package can have at most 10000: select some with --include or --exclude",
    },
  ]);
});

describe("a description or summary of more than half a million characters", () => {
  const long = "a".repeat(500_000);
  const get = { summary: `${long}b`, description: long, responses: {} };
  const example = { description: `${long}b` };
  const info = { title: "A", description: `${long.slice(1)}🦊` };
  const document = { info, paths: { "/a": { get: { ...get, example } } } };

  it("is reported with its location", () => {
    expect(problemsOf(document)).toEqual([
      {
        pointer: "/info/description",
        severity: "warning",
        message: "this description has 500001 characters: only the first 500000 are read",
      },
      {
        pointer: "/paths/~1a/get/summary",
        severity: "warning",
        message: "this summary has 500001 characters: only the first 500000 are read",
      },
    ]);
  });

  it("is cut between two characters", () => {
    expect(applyFixes(document, sizeMistakes(document))).toEqual({
      info: { ...info, description: `${long.slice(1)} …` },
      paths: { "/a": { get: { ...get, summary: `${long} …`, example } } },
    });
  });

  it("is unchanged up to that length", () => {
    const short = { info: { title: "A", description: long } };
    expect(applyFixes(short, sizeMistakes(short))).toBe(short);
  });
});
