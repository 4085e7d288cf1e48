import { expect, it } from "vitest";
import { patternMistakes } from "../../../generator/read/check/check-patterns.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import { linesFrom, schemaA } from "./lines.js";

it.each([
  ["([", "correct it (Unterminated character class)"],
  ["(?i)abc", "JavaScript doesn't support inline flags; write both cases, as in [Aa]"],
  ["a++", "JavaScript doesn't support possessive quantifiers; leave out the second `+`"],
  ["(?P<year>\\d+)", "write (?<name>…) for a named group"],
])("%s is no regular expression", (pattern, remedy) => {
  const start = `/components/schemas/A/pattern "${pattern}" isn't a valid JavaScript regular expression and is ignored`;
  expect(linesFrom(patternMistakes, schemaA({ pattern }))).toEqual([`${start}: ${remedy}`]);
});

it("accepts what either mode of JavaScript accepts", () => {
  const properties = { a: { pattern: "\\-" }, b: { pattern: "\\p{L}" }, c: { pattern: "[a&&b]" } };
  expect(linesFrom(patternMistakes, schemaA({ properties }))).toEqual([]);
});

it("checks the keys of patternProperties", () => {
  expect(linesFrom(patternMistakes, schemaA({ patternProperties: { "(": {} } }))).toEqual([
    `/components/schemas/A/patternProperties/( "(" isn't a valid JavaScript regular expression and matches any name: correct it (Unterminated group)`,
  ]);
});

it("removes what it reports as ignored, so that no page or comment repeats it", () => {
  const document = schemaA({ type: "string", pattern: "(", maxLength: 3 });
  expect(applyFixes(document, patternMistakes(document))).toEqual(
    schemaA({ type: "string", maxLength: 3 }),
  );
});
