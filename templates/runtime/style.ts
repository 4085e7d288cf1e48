import type { Encode } from "./encode.js";

/** Writes a parameter's value in a style (OpenAPI 3.1, Style Values). */
export type Writer = (name: string, value: unknown, encode?: Encode) => string;

/** A single value as text: a date in RFC 3339 format, an object as JSON. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  // A template literal throws for a symbol; `String` would print its description.
  return typeof value === "object" ? JSON.stringify(value) : `${value}`;
}

/** The items of a list, the fields of an object, or a single value. */
export type Pieces =
  | { readonly kind: "items"; readonly items: readonly string[] }
  | {
      readonly kind: "fields";
      readonly fields: readonly (readonly [key: string, value: string])[];
    };

/**
 * Splits a value into encoded pieces. `undefined` and `null` inside it are dropped (RFC 6570, 2.3).
 */
export function piecesOf(value: unknown, encode: Encode): Pieces {
  const write = (each: unknown) => encode(textOf(each));
  if (Array.isArray(value)) return { kind: "items", items: value.filter(isGiven).map(write) };
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return { kind: "items", items: [write(value)] };
  }
  const fields = Object.entries(value).filter(([, each]) => isGiven(each));
  return { kind: "fields", fields: fields.map(([key, each]) => [encode(key), write(each)]) };
}

/** `a,b` for a list; `k,v` for an object, or `k=v` if exploded. */
export function listed(pieces: Pieces, explode: boolean): string[] {
  return pieces.kind === "items"
    ? [...pieces.items]
    : pieces.fields.flatMap(([key, value]) => (explode ? [`${key}=${value}`] : [key, value]));
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
