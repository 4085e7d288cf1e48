import { memberDoc } from "./member-doc.js";
import type { Member, Type } from "./type.js";
import { fits, grouped, keyText, type TypeNames, typeText, typeWithin } from "./type-text.js";
import type { Declaration } from "./types.js";

/** The import of names from a module. */
export interface ImportView {
  readonly module: string;
  readonly isTypeOnly: boolean;
  readonly fits: boolean;
  readonly names: readonly { readonly name: string; readonly isInlineType: boolean }[];
}

/** A line of a declaration: a comment if it has the text of one, else code. */
export interface CodeLine {
  readonly margin: string;
  readonly doc: string;
  readonly text: string;
}

/** The code around a type: the margin of its lines, and the code before and after it. */
interface Surroundings {
  readonly margin: string;
  readonly before: string;
  readonly after: string;
}

/**
 * A type as code, with comments for its members: on one line if it fits and has no comment, else
 * one member per line.
 */
function typeLines(type: Type, typeNames: TypeNames, around: Surroundings): CodeLine[] {
  const { margin, before, after } = around;
  const line = isMultiline(type)
    ? null
    : `${before}${typeText(type, typeNames, "undefined")}${after}`;
  if (line !== null && fits(margin + line)) return [codeLine(margin, line)];
  const inner = `${margin}  `;
  switch (type.kind) {
    case "list":
      return isGrouped(type.items)
        ? typeLines(type.items, typeNames, { margin, before: `${before}(`, after: `)[]${after}` })
        : typeLines(type.items, typeNames, { margin, before, after: `[]${after}` });
    case "object":
      return [
        codeLine(margin, `${before}{`),
        ...memberLines(type.members, typeNames, inner),
        codeLine(margin, `}${after}`),
      ];
    case "union":
      return alternativeLines(type.members, "|", typeNames, around);
    case "intersection":
      return alternativeLines(type.members, "&", typeNames, around);
    case "tuple":
      return [
        codeLine(margin, `${before}[`),
        ...type.members.flatMap((member, index) =>
          typeLines(
            member,
            typeNames,
            groupedSurroundings(member, inner, index < type.least ? "," : "?,"),
          ),
        ),
        ...(type.rest
          ? typeLines({ kind: "list", items: type.rest }, typeNames, {
              margin: inner,
              before: "...",
              after: ",",
            })
          : []),
        codeLine(margin, `]${after}`),
      ];
    default:
      return [codeLine(margin, `${before}${typeText(type, typeNames, "undefined")}${after}`)];
  }
}

/** The members of an interface or an object type, each with its comment. */
function memberLines(members: readonly Member[], typeNames: TypeNames, margin: string): CodeLine[] {
  const lines: CodeLine[] = [];
  // A loop, since `flatMap` adds two frames to the stack for each level of nesting.
  for (const member of members) {
    const doc = memberDoc(member);
    if (doc !== "") lines.push({ margin, doc, text: "" });
    const before = `${keyText(member)}: `;
    const type = typeWithin(member, "undefined");
    for (const line of typeLines(type, typeNames, { margin, before, after: ";" })) lines.push(line);
  }
  return lines;
}

export function codeLine(margin: string, code: string): CodeLine {
  return { margin, doc: "", text: code };
}

/**
 * The members of a union or an intersection, one per line. Short members follow an object on its
 * last line.
 */
function alternativeLines(
  members: readonly Type[],
  bar: "|" | "&",
  typeNames: TypeNames,
  { margin, before, after }: Surroundings,
): CodeLine[] {
  const [first, ...rest] = members;
  const ends = rest.map(
    (member) => ` ${bar} ${grouped(member, typeText(member, typeNames, "undefined"))}`,
  );
  const end = `${ends.join("")}${after}`;
  if (
    first?.kind === "object" &&
    !rest.some((member) => isMultiline(member)) &&
    fits(`${margin}}${end}`)
  ) {
    return typeLines(first, typeNames, { margin, before, after: end });
  }
  const isGroup = before.endsWith("(");
  const inner = `${margin}  `;
  const lines = members.flatMap((member, index) => {
    const last = index === members.length - 1 && !isGroup ? after : "";
    const { before: open, after: close } = groupedSurroundings(member, inner, last);
    return typeLines(member, typeNames, { margin: inner, before: `${bar} ${open}`, after: close });
  });
  return [
    codeLine(margin, before.trimEnd()),
    ...lines,
    ...(isGroup ? [codeLine(margin, after)] : []),
  ];
}

function groupedSurroundings(type: Type, margin: string, after: string): Surroundings {
  return isGrouped(type)
    ? { margin, before: "(", after: `)${after}` }
    : { margin, before: "", after };
}

function isGrouped(type: Type): boolean {
  return grouped(type, "") !== "";
}

/** A type with more levels doesn't fit on a line: each takes at least seven characters. */
const mostLevels = 14;

/** Whether a type takes several lines: a member in it has a comment, or it is nested too deep. */
function isMultiline(type: Type, levels = mostLevels): boolean {
  if (levels === 0) return true;
  switch (type.kind) {
    case "list":
      return isMultiline(type.items, levels - 1);
    case "object":
      return type.members.some(
        (member) => memberDoc(member) !== "" || isMultiline(member.type, levels - 1),
      );
    case "tuple":
    case "union":
    case "intersection":
      return type.members.some((member) => isMultiline(member, levels - 1));
    default:
      return false;
  }
}

/** The lines of an exported declaration: `export interface Domain { … }`, or `export type Id = …;`. */
export function declarationLines(
  name: string,
  declaration: Declaration,
  typeNames: TypeNames,
): CodeLine[] {
  if (declaration.kind === "interface") {
    const bases = declaration.bases.map(typeNames.model);
    return interfaceLines(name, bases, declaration.members, typeNames);
  }
  const around = { margin: "", before: `export type ${name} = `, after: ";" };
  return typeLines(declaration.type, typeNames, around);
}

/** The lines of an exported interface, with a comment for each member that has one. */
export function interfaceLines(
  name: string,
  bases: readonly string[],
  members: readonly Member[],
  typeNames: TypeNames,
): CodeLine[] {
  const head = headLines(name, bases, members.length === 0 ? "{}" : "{");
  if (members.length === 0) return head;
  return [...head, ...memberLines(members, typeNames, "  "), codeLine("", "}")];
}

function headLines(name: string, bases: readonly string[], open: string): CodeLine[] {
  if (bases.length === 0) return [codeLine("", `export interface ${name} ${open}`)];
  const line = `export interface ${name} extends ${bases.join(", ")} ${open}`;
  if (fits(line)) return [codeLine("", line)];
  const [first, ...rest] = bases;
  const listed = [`  extends ${first}`, ...rest.map((base) => `    ${base}`)];
  return [codeLine("", `export interface ${name}`), codeLine("", `${listed.join(",\n")} ${open}`)];
}
