import type { Entry, Fact, Line, Surface } from "./surface.js";
import { typesText } from "./surface-type.js";

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
