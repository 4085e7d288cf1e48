import { visibleLine } from "../../text.js";
import type { Entry, Line } from "./surface.js";

/** An entry in which nothing hides: one line could otherwise read as another. */
export function visibleEntry(entry: Entry): Entry {
  const { name, about, lines } = entry;
  return {
    ...entry,
    name: visibleLine(name),
    about: visibleLine(about),
    lines: lines.map(withVisibleText),
  };
}

function withVisibleText(line: Line): Line {
  return {
    ...line,
    path: visibleLine(line.path),
    type: line.type.map(visibleLine),
    facts: line.facts.map(({ name, value }) => ({ name, value: visibleLine(value) })),
  };
}
