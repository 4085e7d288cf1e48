import { visibleLine } from "../../text.js";
import type { SurfaceType } from "./surface.js";

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
