import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { places } from "./document.js";
import { outlineOf, textsOf } from "./markdown.js";
import { complaintsIn, isPage, packageWith } from "./package.js";
import { hostileText, hostileTexts } from "./payloads.js";

/** Hostile words for each place, around the word that names it: no two places have the same. */
const wordsForAll = fc
  .array(hostileText, { minLength: places.length, maxLength: places.length })
  .map((texts) =>
    places.map((place, index): [string, string] => [
      place,
      `${texts[index]}${place}${texts[(index + 7) % texts.length]}`,
    ]),
  );

/** These say what is read at all: how many resources and servers there are, and what is JSON. */
const telling =
  /^zz(?:group|innergroup|mediajson|bodymedia|serverurl|serverid|servername|variable)$/;

describe("a document with hostile words", () => {
  it("in all of its places becomes a package in which they are plain text", async () => {
    await fc.assert(
      fc.asyncProperty(wordsForAll, async (words) => {
        expect(complaintsIn(await packageWith(Object.fromEntries(words)))).toEqual([]);
      }),
      { seed: 6, numRuns: 40, endOnFailure: true },
    );
  });

  it("in half of its places doesn't change the rest", async () => {
    const usual = (await packageWith({})).filter(isPage);
    const others = usual.flatMap(textsOf).filter((text) => !/zz/i.test(text));
    const outlines = usual.map(outlineOf).sort();
    await fc.assert(
      fc.asyncProperty(wordsForAll, async (words) => {
        const some = words.filter(([place], index) => index % 2 === 0 && !telling.test(place));
        const pages = (await packageWith(Object.fromEntries(some))).filter(isPage);
        expect(pages.map(outlineOf).sort()).toEqual(outlines);
        const said = new Set(pages.flatMap(textsOf));
        expect(others.filter((text) => !said.has(text))).toEqual([]);
      }),
      { seed: 7, numRuns: 8, endOnFailure: true },
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])("and nothing else (%i) is no other", async (turn) => {
    const step = Math.floor(hostileTexts.length / 8);
    const words = places.map((place, index) => [
      place,
      hostileTexts[(index + turn * step) % hostileTexts.length] ?? "",
    ]);
    expect(complaintsIn(await packageWith(Object.fromEntries(words)))).toEqual([]);
  });

  it("of 100 kB becomes a package as well", async () => {
    const words = places.map((place, index) => {
      const text = hostileTexts[(index * 5) % hostileTexts.length] ?? "";
      return [place, place + text.repeat(Math.ceil(100_000 / text.length))];
    });
    const few = words.filter((_, index) => index % 6 === 0);
    const files = await packageWith(Object.fromEntries(few));
    expect(files.filter(({ path }) => path.length > 400)).toEqual([]);
  });
});
