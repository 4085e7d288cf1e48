import { visibleLine } from "../../text.js";
import type { Entry, Line, SurfaceType } from "./surface.js";
import { withInnerTypes } from "./surface-type.js";

/** An entry with invisible characters escaped, so that no two different lines look the same. */
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
    type: line.type.map(visibleType),
    facts: line.facts.map(({ name, value }) => ({ name, value: visibleLine(value) })),
  };
}

function visibleType(type: SurfaceType): SurfaceType {
  switch (type.kind) {
    case "word":
    case "whole":
      return { ...type, text: visibleLine(type.text) };
    default:
      return withInnerTypes(type, (inner) => inner.map(visibleType));
  }
}
