import { describe, expect, it } from "vitest";
import {
  longTextProblems,
  longTextsIn,
  withShortTexts,
} from "../../../generator/read/parse/long-texts.js";

const long = "a".repeat(500_000);
const get = { summary: `${long}b`, description: long, responses: {} };
const example = { description: `${long}b` };
const info = { title: "A", description: `${long.slice(1)}🦊` };
const document = { info, paths: { "/a": { get: { ...get, example } } } };

describe("a description or summary of more than half a million characters", () => {
  it("is told of where it stands", () => {
    expect(longTextProblems(longTextsIn(document))).toEqual([
      {
        pointer: "/info/description",
        severity: "warning",
        message: "this description has 500001 characters, and 500000 of them are read.",
      },
      {
        pointer: "/paths/~1a/get/summary",
        severity: "warning",
        message: "this summary has 500001 characters, and 500000 of them are read.",
      },
    ]);
  });

  it("is cut, between two characters, and nothing else is", () => {
    expect(withShortTexts(document, longTextsIn(document))).toEqual({
      info: { ...info, description: `${long.slice(1)} …` },
      paths: { "/a": { get: { ...get, summary: `${long} …`, example } } },
    });
  });
});

it("a document without such a text is left alone", () => {
  const short = { info: { title: "A", description: long } };
  expect(withShortTexts(short, longTextsIn(short))).toBe(short);
});
