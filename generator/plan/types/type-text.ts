import { type Member, type Type, undefinedType, unionOf } from "./type.js";

/** How the names in a type are printed: as identifiers in code, as links on pages. */
export interface TypeNames {
  /** @param name the schema's key in the document. */
  readonly model: (name: string) => string;
  /** The type of a file in a form. */
  readonly file: () => string;
  /** A type of the runtime's streams. */
  readonly streams: (name: "EventStream" | "UnknownEvent" | "ItemsInput") => string;
}

/**
 * A type on one line: `string | null`, `Domain[]`, `{ name: string; age?: number }`.
 *
 * @param absent the type that optional members also accept: `undefined` in code.
 */
export function typeText(type: Type, typeNames: TypeNames, absent: "" | "undefined" = ""): string {
  const textOf = (inner: Type) => typeText(inner, typeNames, absent);
  switch (type.kind) {
    case "text":
      return type.text;
    case "name":
      return typeNames.model(type.name);
    case "file":
      return typeNames.file();
    case "stream":
      return `${typeNames.streams(type.isSent ? "ItemsInput" : "EventStream")}<${textOf(type.items)}>`;
    case "unknownEvent":
      return typeNames.streams("UnknownEvent");
    case "list":
      return `${grouped(type.items, textOf(type.items))}[]`;
    case "tuple": {
      const members = type.members.map((member, index) =>
        index < type.least ? textOf(member) : `${grouped(member, textOf(member))}?`,
      );
      return `[${[...members, ...(type.rest ? [`...${itemsText(type.rest, textOf)}`] : [])].join(", ")}]`;
    }
    case "object": {
      const members: string[] = [];
      // Loops, since `map` adds two frames to the stack for each level of nesting.
      for (const member of type.members) {
        members.push(`${keyText(member)}: ${textOf(typeWithin(member, absent))}`);
      }
      return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
    }
    case "union": {
      const members: string[] = [];
      for (const member of type.members) members.push(textOf(member));
      return members.join(" | ");
    }
    case "intersection":
      return type.members.map((member) => grouped(member, textOf(member))).join(" & ");
  }
}

function itemsText(items: Type, textOf: (type: Type) => string): string {
  return `${grouped(items, textOf(items))}[]`;
}

/** A member's type, including `absent` if it is optional. */
export function typeWithin({ type, isOptional }: Member, absent: "" | "undefined"): Type {
  if (!isOptional || absent === "") return type;
  return unionOf([type, undefinedType]);
}

/** The part of a member before the colon: `name`, `"first-name"?`, `[key: string]`. */
export function keyText({ name, isIndex, isOptional }: Member): string {
  if (isIndex) return `[key: ${name}]`;
  return `${propertyKey(name)}${isOptional ? "?" : ""}`;
}

/** A property's key in TypeScript: an identifier if possible, else quoted. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A type in parentheses if `[]`, `&` or `?` after it would apply only to its last part. */
export function grouped(type: Type, text: string): string {
  return type.kind === "union" || type.kind === "intersection" ? `(${text})` : text;
}

/** The maximum width of emitted code in columns, which is that of this project's formatter. */
const lineWidth = 100;

/** Whether a line stays within the width. */
export function fits(line: string): boolean {
  return line.length <= lineWidth;
}

/** `export type Name = A | B;`, or one member per line if that is too long. */
export function unionAlias(name: string, members: readonly string[]): string {
  const line = `export type ${name} = ${members.join(" | ")};`;
  return fits(line)
    ? line
    : `export type ${name} =\n${members.map((member) => `  | ${member}`).join("\n")};`;
}
