import { alternating, assigned, decoded, pairsIn } from "./wire-values.js";

/** Every value that a parameter's text may mean, whatever its schema. */
export type Readings = readonly unknown[];

/** Values that are alone in their location, as in a path, a header or a cookie (OpenAPI 3.1, Style Values). */
export function standingReadings(
  style: string,
  explode: boolean,
  name: string,
  raw: string,
  decode: (text: string) => string = decoded,
): Readings {
  const split = (text: string, joint: string) => {
    const texts = text.split(joint).map(decode);
    return [texts, decode(text), explode ? assigned(texts) : alternating(texts)];
  };
  switch (style) {
    case "label":
      return raw.startsWith(".") ? split(raw.slice(1), explode ? "." : ",") : [];
    case "matrix":
      return matrixReadings(explode, name, raw);
    default:
      return split(raw, ",");
  }
}

function matrixReadings(explode: boolean, name: string, raw: string): Readings {
  if (!raw.startsWith(";")) return [];
  const pairs = raw
    .slice(1)
    .split(";")
    .flatMap((pair) => pairsIn(pair));
  const own = pairs.filter(([key]) => key === name).map(([, value]) => decoded(value));
  if (explode) return [own, own[0], decodedPairs(pairs)].filter((each) => each !== undefined);
  const texts = (pairs[0]?.[1] ?? "").split(",").map(decoded);
  return [texts, own[0], alternating(texts)].filter((each) => each !== undefined);
}

/** The part of a query or form that belongs to a parameter or field, and the values that it may mean. */
export interface Share {
  readonly names: readonly string[];
  readonly readings: Readings;
}

const joints: Readonly<Record<string, RegExp>> = {
  form: /,|%2C/i,
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
};

/** @param fields the properties that the schema lists, which `explode` lays open. */
export function queryShare(
  { style, explode, name }: { style: string; explode: boolean; name: string },
  pairs: readonly (readonly [name: string, raw: string])[],
  fields: { readonly isOpen: boolean; readonly names: readonly string[] },
  others: ReadonlySet<string>,
): Share {
  if (style === "deepObject") return deepShare(name, pairs);
  const own = pairs.filter(([key]) => key === name).map(([, raw]) => raw);
  if (own.length > 0) {
    const joint = joints[style] ?? /,/;
    const texts = explode ? own.map(decoded) : (own[0] ?? "").split(joint).map(decoded);
    const single = own.length === 1 ? own.map(decoded) : [];
    return { names: [name], readings: [texts, ...single, alternating(texts)] };
  }
  const laid = pairs.filter(
    ([key]) => fields.names.includes(key) || (fields.isOpen && !others.has(key)),
  );
  return explode && laid.length > 0
    ? { names: laid.map(([key]) => key), readings: [decodedPairs(laid)] }
    : { names: [], readings: [] };
}

/** `name[a][b]=c`; what repeats is a list. */
function deepShare(name: string, pairs: readonly (readonly [string, string])[]): Share {
  const own = pairs.filter(([key]) => key.startsWith(`${name}[`));
  const value: Record<string, unknown> = {};
  for (const [key, raw] of own) {
    const steps = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map(
      ([, step = ""]) => step,
    );
    put(value, steps, decoded(raw));
  }
  return { names: own.map(([key]) => key), readings: own.length === 0 ? [] : [value] };
}

function put(into: Record<string, unknown>, [step = "", ...more]: string[], text: string): void {
  const there = into[step];
  if (more.length === 0) {
    into[step] = there === undefined ? text : [there, text].flat();
    return;
  }
  const inner: Record<string, unknown> =
    typeof there === "object" && there !== null ? { ...there } : {};
  put(inner, more, text);
  into[step] = inner;
}

function decodedPairs(pairs: readonly (readonly [string, string])[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [key, raw] of pairs) put(value, [key], decoded(raw));
  return value;
}
