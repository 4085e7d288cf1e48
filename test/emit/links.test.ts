import { describe, expect, it } from "vitest";
import { anchorsIn, deadLinks } from "../../generator/emit/links.js";

function deadIn(text: string): string[] {
  const files = [
    { path: "docs/page.md", text },
    { path: "docs/other.md", text: "# Other\n\n## A part\n" },
    { path: "README.md", text: "# Read me\n" },
    { path: "src/index.ts", text: "[no](page.md)" },
  ];
  return deadLinks(files).map(({ link }) => link);
}

describe("a link is alive", () => {
  it.each([
    ["to a page beside it", "[a](other.md)"],
    ["to a page above", "[a](../README.md#read-me)"],
    ["to a page from the root", "[a](/docs/other.md)"],
    ["to a heading", "[a](other.md#a-part)"],
    ["to a heading of its own", "## Here\n\n[a](#here)"],
    ["to a file that is no page", "[a](../src/index.ts)"],
    ["to a folder", "[a](../src/)"],
    ["with a title", '[a](other.md "Other")'],
    ["in angle brackets", "[a](<other.md>)"],
    ["to elsewhere", "[a](https://example.com/none.md) [b](mailto:a@example.com) [c](//a.example)"],
    ["as it is defined", "[a][o]\n\n[o]: other.md"],
    ["in another writing", "[a](%6Fther.md)"],
  ])("%s", (_, text) => {
    expect(deadIn(text)).toEqual([]);
  });
});

describe("a link is dead", () => {
  it.each([
    ["to a page that isn't there", "[a](none.md)", "none.md"],
    ["out of the package", "[a](../../README.md)", "../../README.md"],
    ["to no heading", "[a](other.md#none)", "other.md#none"],
    ["to a heading of another page", "[a](#a-part)", "#a-part"],
    ["to a heading of what has none", "[a](../src/index.ts#a)", "../src/index.ts#a"],
    ["to nothing", "[a]()", ""],
    ["from an image", "![a](none.png)", "none.png"],
    ["in a cell, behind code", "| `a` [b](none.md) |", "none.md"],
    ["as it is defined", "[a][o]\n\n[o]: none.md", "none.md"],
    ["with brackets in it", "[a](none(1).md)", "none(1).md"],
    ["behind an unclosed tick", "a ` b\n\n[c](none.md) ` d", "none.md"],
  ])("%s", (_, text, want) => {
    expect(deadIn(text)).toEqual([want]);
  });

  it("is reported with its page", () => {
    expect(deadLinks([{ path: "a.md", text: "[b](b.md)" }])).toEqual([
      { path: "a.md", link: "b.md" },
    ]);
  });
});

describe("text that looks like a link isn't one", () => {
  it.each([
    ["in a fence", "```md\n[a](none.md)\n```"],
    ["in a longer fence", "````md\n```\n[a](none.md)\n````"],
    ["in a code span", "`[a](none.md)`"],
    ["in a code span of several ticks", "`` ` [a](none.md) ``"],
    ["in a comment", "<!-- [a](none.md) -->"],
    ["where it is escaped", "\\[a\\](none.md)"],
  ])("%s", (_, text) => {
    expect(deadIn(text)).toEqual([]);
  });
});

describe("a heading's anchor", () => {
  it.each([
    ["# Available Operations", ["available-operations"]],
    ["## ~~list~~", ["list"]],
    ["## `GET` /pets/{id}", ["get-petsid"]],
    ["## snake_case and _emphasis_", ["snake_case-and-emphasis"]],
    ["## \\_kept\\_", ["_kept_"]],
    ["## [A link](other.md)", ["a-link"]],
    ["## Größe & Maß", ["größe--maß"]],
    ["## Closed ##", ["closed"]],
    ["#hashtag", []],
    ["```\n# no heading\n```", []],
    ["# a\n# a\n# a-1\n# a", ["a", "a-1", "a-1-1", "a-2"]],
  ])("%s", (text, want) => {
    expect(anchorsIn(text)).toEqual(want);
  });
});
