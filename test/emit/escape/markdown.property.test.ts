import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, markdown, markdownLine } from "../../../generator/emit/escape/escape.js";
import { complaintsInPage, outlineOf, textsOf } from "../../hostile/markdown.js";
import { hostileText, oddMarkdown } from "../../hostile/payloads.js";

/** A page that has a text in a place, with something before and after that has to stay. */
const places: readonly (readonly [place: string, page: (text: string) => string])[] = [
  ["a block", (text) => `# a\n\n${markdown(text)}\n\nafter\n`],
  ["a line", (text) => `# a\n\n- \`b\`: ${markdownLine(text)}\n\nafter\n`],
  ["a cell", (text) => `# a\n\n| b | c |\n| --- | --- |\n| ${cell(text)} | after |\n`],
];

describe.each(places)("any text in %s", (_, page) => {
  it("runs nothing, links nowhere and leaves the rest of the page unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, oddMarkdown), (text) => {
        const made = { path: "page.md", text: page(text) };
        expect(complaintsInPage(made)).toEqual([]);
        expect(outlineOf(made)).toBe("h1");
        expect(textsOf(made)).toEqual(expect.arrayContaining(["a", "after"]));
      }),
      { seed: 1, numRuns: 3_000 },
    );
  });
});
