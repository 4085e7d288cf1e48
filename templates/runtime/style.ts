import type { Encode } from "./encode.js";

/** Writes a parameter's value as its style has it (OpenAPI 3.1, Style Values). */
export type Writer = (name: string, value: unknown, encode?: Encode) => string;

/** A single value as text: a date as RFC 3339 has it, what is no scalar as JSON. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  // A template refuses a symbol, where String would print its description.
  return typeof value === "object" ? JSON.stringify(value) : `${value}`;
}

/** The values of a list, the fields of an object, or the value itself. */
export type Pieces =
  | { readonly kind: "items"; readonly items: readonly string[] }
  | {
      readonly kind: "fields";
      readonly fields: readonly (readonly [key: string, value: string])[];
    };

/** What a value consists of, encoded; `undefined` and `null` inside of it aren't sent (RFC 6570, 2.3). */
export function piecesOf(value: unknown, encode: Encode): Pieces {
  const write = (each: unknown) => encode(textOf(each));
  if (Array.isArray(value)) return { kind: "items", items: value.filter(isGiven).map(write) };
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return { kind: "items", items: [write(value)] };
  }
  const fields = Object.entries(value).filter(([, each]) => isGiven(each));
  return { kind: "fields", fields: fields.map(([key, each]) => [encode(key), write(each)]) };
}

/** `a,b` for a list; for an object `k,v` or, exploded, `k=v`. */
export function listed(pieces: Pieces, explode: boolean): string[] {
  return pieces.kind === "items"
    ? [...pieces.items]
    : pieces.fields.flatMap(([key, value]) => (explode ? [`${key}=${value}`] : [key, value]));
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
