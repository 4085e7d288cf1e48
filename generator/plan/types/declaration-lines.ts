import { fits } from "./line-breaks.js";
import type { Member } from "./type.js";
import { type CodeLine, codeLine, memberLines, typeLines } from "./type-lines.js";
import type { Spelling } from "./type-text.js";
import type { Declaration } from "./types.js";

/** The lines of an exported declaration: `export interface Domain { … }`, or `export type Id = …;`. */
export function declarationLines(
  name: string,
  declaration: Declaration,
  spelling: Spelling,
): CodeLine[] {
  if (declaration.kind === "interface") {
    const bases = declaration.bases.map(spelling.model);
    return interfaceLines(name, bases, declaration.members, spelling);
  }
  const around = { margin: "", before: `export type ${name} = `, after: ";" };
  return typeLines(declaration.type, spelling, around);
}

/** The lines of an exported interface, with a comment for each member that has one. */
export function interfaceLines(
  name: string,
  bases: readonly string[],
  members: readonly Member[],
  spelling: Spelling,
): CodeLine[] {
  const head = headLines(name, bases, members.length === 0 ? "{}" : "{");
  if (members.length === 0) return head;
  return [...head, ...memberLines(members, spelling, "  "), codeLine("", "}")];
}

function headLines(name: string, bases: readonly string[], open: string): CodeLine[] {
  if (bases.length === 0) return [codeLine("", `export interface ${name} ${open}`)];
  const line = `export interface ${name} extends ${bases.join(", ")} ${open}`;
  if (fits(line)) return [codeLine("", line)];
  const [first, ...rest] = bases;
  const listed = [`  extends ${first}`, ...rest.map((base) => `    ${base}`)];
  return [codeLine("", `export interface ${name}`), codeLine("", `${listed.join(",\n")} ${open}`)];
}
