import { visibleLine } from "../../text.js";
import type { Entry, Fact, Line, Surface, SurfaceType } from "./surface.js";

export function word(text: string): SurfaceType {
  return { kind: "word", text };
}

export function isWord(type: SurfaceType, text: string): boolean {
  return type.kind === "word" && type.text === text;
}

/** A union as TypeScript writes it: `"a" | Pet[] | null`. */
export function typesText(types: readonly SurfaceType[]): string {
  return types.map(typeText).join(" | ") || "never";
}

function typeText(type: SurfaceType): string {
  switch (type.kind) {
    case "word":
    case "whole":
      return type.text;
    case "literal":
      return visibleLine(JSON.stringify(type.value));
    case "model":
      return type.name;
    case "object":
      return "object";
    case "list":
      return `${grouped(type.items)}[]`;
    case "record":
      return `Record<string, ${typesText(type.values)}>`;
    case "intersection":
      return type.members.map((member) => grouped([member])).join(" & ");
  }
}

/** In parentheses where `[]` or `&` would otherwise bind to the last part only. */
function grouped(types: readonly SurfaceType[]): string {
  const [only, ...more] = types;
  const isSimple = more.length === 0 && only?.kind !== "intersection";
  return isSimple ? typesText(types) : `(${typesText(types)})`;
}

/** Each type once. */
export function distinctTypes(types: readonly SurfaceType[]): SurfaceType[] {
  return [...new Map(types.map((type) => [typeText(type), type])).values()];
}

/** The types directly inside a type. */
export function innerTypes(type: SurfaceType): readonly SurfaceType[] {
  switch (type.kind) {
    case "list":
      return type.items;
    case "record":
      return type.values;
    case "intersection":
      return type.members;
    default:
      return [];
  }
}

/** The types directly inside a type, replaced. */
export function withInnerTypes(
  type: SurfaceType,
  change: (inner: readonly SurfaceType[]) => readonly SurfaceType[],
): SurfaceType {
  switch (type.kind) {
    case "list":
      return { ...type, items: change(type.items) };
    case "record":
      return { ...type, values: change(type.values) };
    case "intersection":
      return { ...type, members: change(type.members) };
    default:
      return type;
  }
}

/** A surface as text, one detail per line, so that a review shows each change. */
export function surfaceText({ packageName, version, entries }: Surface): string {
  const blocks = entries.map((entry) => [headOf(entry), ...entry.lines.map(lineText)].join("\n"));
  return `${[`package ${packageName} ${version}`, ...blocks].join("\n\n")}\n`;
}

function headOf({ kind, name, about, deprecated }: Entry): string {
  return [...(deprecated ? ["deprecated"] : []), kind, name, about].join(" ").trimEnd();
}

function lineText({ kind, path, required, deprecated, type, facts }: Line): string {
  const words = [...(deprecated ? ["deprecated"] : []), kind, ...(path === "" ? [] : [path])];
  const details = [typesText(type), ...facts.map(factText)].join("; ");
  return `  ${words.join(" ")}${required ? "" : "?"}: ${details}`;
}

/** `maxLength: 50`; for a flag that is true, only its name. */
export function factText({ name, value }: Fact): string {
  return value === "true" && name !== "default" ? name : `${name}: ${value}`;
}

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
