import type { Field } from "../../model/api/schema.js";

/** A TypeScript type as data, from which code, pages and reports are printed. */
export type Type =
  /** A keyword or a literal: `string`, `"cat"`. */
  | { readonly kind: "text"; readonly text: string }
  /** The type of a named schema, by its key in the document. */
  | { readonly kind: "name"; readonly name: string }
  /** The type of a file in a form. */
  | { readonly kind: "file" }
  | { readonly kind: "list"; readonly items: Type }
  /** Items that arrive as a stream, or that are sent as one. */
  | { readonly kind: "stream"; readonly items: Type; readonly isSent: boolean }
  /** An event that the document doesn't describe. */
  | { readonly kind: "unknownEvent" }
  | {
      readonly kind: "tuple";
      readonly members: readonly Type[];
      /** The number of members that are always present. */
      readonly least: number;
      readonly rest: Type | null;
    }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "intersection"; readonly members: readonly Type[] };

/** A member of an object type or an interface. */
export interface Member {
  /** The property's name; of an index signature, the type of its keys: `string`. */
  readonly name: string;
  readonly isIndex: boolean;
  readonly isOptional: boolean;
  readonly type: Type;
  /** The field that it is the type of; `null` for an index signature. */
  readonly field: Field | null;
}

export type ObjectType = Extract<Type, { kind: "object" }>;

export const unknownType = { kind: "text", text: "unknown" } as const satisfies Type;
export const neverType = { kind: "text", text: "never" } as const satisfies Type;
export const nullType = { kind: "text", text: "null" } as const satisfies Type;
export const undefinedType = { kind: "text", text: "undefined" } as const satisfies Type;

/** The union of types, each once, with `null` and `undefined` at the end. */
export function unionOf(types: readonly Type[]): Type {
  const members = distinct(types.flatMap((type) => (type.kind === "union" ? type.members : type)));
  if (members.some((type) => isText(type, "unknown"))) return unknownType;
  const absent = [nullType, undefinedType].filter(({ text }) =>
    members.some((type) => isText(type, text)),
  );
  const present = members.filter(
    (type) => !isText(type, "never") && !absent.some(({ text }) => isText(type, text)),
  );
  return single([...present, ...absent], neverType, (all) => ({ kind: "union", members: all }));
}

/** The intersection of types, without `unknown`, which adds nothing. */
export function intersectionOf(types: readonly Type[]): Type {
  const members = distinct(
    types.flatMap((type) => (type.kind === "intersection" ? type.members : type)),
  ).filter((type) => !isText(type, "unknown"));
  if (members.some((type) => isText(type, "never"))) return neverType;
  return single(members, unknownType, (all) => ({ kind: "intersection", members: all }));
}

function isText(type: Type, text: string): boolean {
  return type.kind === "text" && type.text === text;
}

function single(types: readonly Type[], none: Type, several: (types: readonly Type[]) => Type) {
  const [only = none] = types;
  return types.length > 1 ? several(types) : only;
}

/** Removes repeated keywords, literals and names. Other types may repeat, which is harmless. */
function distinct(types: readonly Type[]): Type[] {
  const seen = new Set<string>();
  return types.filter((type) => {
    if (type.kind !== "text" && type.kind !== "name") return true;
    const key = type.kind === "text" ? type.text : `name ${type.name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
