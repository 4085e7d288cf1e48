import { memberDoc } from "./member-doc.js";
import type { Member, Type } from "./type.js";
import { fits, grouped, keyText, type Spelling, typeText, typeWithin } from "./type-text.js";
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

/** What is around a type: the margin of its lines, and the code before and after it. */
interface Around {
  readonly margin: string;
  readonly before: string;
  readonly after: string;
}

/**
 * A type as code, with comments for its members: on one line where it fits and has no comment, else
 * a member a line.
 */
function typeLines(type: Type, spelling: Spelling, around: Around): CodeLine[] {
  const { margin, before, after } = around;
  const line = takesLines(type)
    ? null
    : `${before}${typeText(type, spelling, "undefined")}${after}`;
  if (line !== null && fits(margin + line)) return [codeLine(margin, line)];
  const inner = `${margin}  `;
  switch (type.kind) {
    case "list":
      return isGrouped(type.items)
        ? typeLines(type.items, spelling, { margin, before: `${before}(`, after: `)[]${after}` })
        : typeLines(type.items, spelling, { margin, before, after: `[]${after}` });
    case "object":
      return [
        codeLine(margin, `${before}{`),
        ...memberLines(type.members, spelling, inner),
        codeLine(margin, `}${after}`),
      ];
    case "union":
      return alternativeLines(type.members, "|", spelling, around);
    case "intersection":
      return alternativeLines(type.members, "&", spelling, around);
    case "tuple":
      return [
        codeLine(margin, `${before}[`),
        ...type.members.flatMap((member, index) =>
          typeLines(
            member,
            spelling,
            groupedAround(member, inner, index < type.least ? "," : "?,"),
          ),
        ),
        ...(type.rest
          ? typeLines({ kind: "list", items: type.rest }, spelling, {
              margin: inner,
              before: "...",
              after: ",",
            })
          : []),
        codeLine(margin, `]${after}`),
      ];
    default:
      return [codeLine(margin, `${before}${typeText(type, spelling, "undefined")}${after}`)];
  }
}

/** The members of an interface or an object type, each with its comment. */
function memberLines(members: readonly Member[], spelling: Spelling, margin: string): CodeLine[] {
  const lines: CodeLine[] = [];
  // A loop, since `flatMap` adds two frames to the stack for each level of nesting.
  for (const member of members) {
    const doc = memberDoc(member);
    if (doc !== "") lines.push({ margin, doc, text: "" });
    const before = `${keyText(member)}: `;
    const type = typeWithin(member, "undefined");
    for (const line of typeLines(type, spelling, { margin, before, after: ";" })) lines.push(line);
  }
  return lines;
}

export function codeLine(margin: string, code: string): CodeLine {
  return { margin, doc: "", text: code };
}

/** The members of a union or an intersection, a line each; what is short follows an object on its last line. */
function alternativeLines(
  members: readonly Type[],
  bar: "|" | "&",
  spelling: Spelling,
  { margin, before, after }: Around,
): CodeLine[] {
  const [first, ...rest] = members;
  const ends = rest.map(
    (member) => ` ${bar} ${grouped(member, typeText(member, spelling, "undefined"))}`,
  );
  const end = `${ends.join("")}${after}`;
  if (
    first?.kind === "object" &&
    !rest.some((member) => takesLines(member)) &&
    fits(`${margin}}${end}`)
  ) {
    return typeLines(first, spelling, { margin, before, after: end });
  }
  const isGroup = before.endsWith("(");
  const inner = `${margin}  `;
  const lines = members.flatMap((member, index) => {
    const last = index === members.length - 1 && !isGroup ? after : "";
    const { before: open, after: close } = groupedAround(member, inner, last);
    return typeLines(member, spelling, { margin: inner, before: `${bar} ${open}`, after: close });
  });
  return [
    codeLine(margin, before.trimEnd()),
    ...lines,
    ...(isGroup ? [codeLine(margin, after)] : []),
  ];
}

function groupedAround(type: Type, margin: string, after: string): Around {
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
function takesLines(type: Type, levels = mostLevels): boolean {
  if (levels === 0) return true;
  switch (type.kind) {
    case "list":
      return takesLines(type.items, levels - 1);
    case "object":
      return type.members.some(
        (member) => memberDoc(member) !== "" || takesLines(member.type, levels - 1),
      );
    case "tuple":
    case "union":
    case "intersection":
      return type.members.some((member) => takesLines(member, levels - 1));
    default:
      return false;
  }
}

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
