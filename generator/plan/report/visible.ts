import type { Entry, Line } from "./surface.js";

/** An entry in which nothing hides: what a report tells is what there is to compare. */
export function visibleEntry(entry: Entry): Entry {
  const { name, about, lines } = entry;
  return { ...entry, name: visible(name), about: visible(about), lines: lines.map(visibleLine) };
}

function visibleLine(line: Line): Line {
  return {
    ...line,
    path: visible(line.path),
    type: line.type.map(visible),
    facts: line.facts.map(({ name, value }) => ({ name, value: visible(value) })),
  };
}

/** Characters without a shape of their own could make a line read as another one. */
function visible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) =>
      escaped(character.charCodeAt(index)),
    ).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
