/** How a variable is expanded: an operator of RFC 6570, 3.2.1, with or without `explode`. */
export interface Expansion {
  /** What the expansion begins with. */
  readonly first: string;
  /** The separator of its parts. */
  readonly joint: string;
  readonly explode: boolean;
  /** Whether the variable's name is written. */
  readonly isNamed: boolean;
  /** Whether a name goes without its `=` where its value is empty (RFC 6570, 3.2.7). */
  readonly isBareWhenEmpty?: boolean;
  readonly decode?: (text: string) => string;
}

/** Reads an expansion back, knowing what kind of value it holds. */
export function parse(
  expansion: Expansion,
  text: string,
  name: string,
  kind: "value" | "list",
): string[];
export function parse(
  expansion: Expansion,
  text: string,
  name: string,
  kind: "object",
): [key: string, value: string][];
export function parse(
  {
    first,
    joint,
    explode,
    isNamed,
    isBareWhenEmpty = false,
    decode = decodeURIComponent,
  }: Expansion,
  text: string,
  name: string,
  kind: "value" | "list" | "object",
): (string | [string, string])[] {
  const rest = after(text, first);
  const named = (part: string) => after(part, encodeURIComponentStrictly(name));
  const valueIn = (part: string) => {
    if (!isNamed) return part;
    const value = named(part);
    return value === "" && isBareWhenEmpty ? "" : after(value, "=");
  };
  if (kind === "value") return [decode(valueIn(rest))];
  if (!explode) {
    const parts = valueIn(rest).split(joint).map(decode);
    return kind === "list" ? parts : inPairs(parts);
  }
  const parts = rest.split(joint);
  if (kind === "list") return parts.map((part) => decode(valueIn(part)));
  return parts.map((part) => {
    const [key = "", ...values] = part.split("=");
    if (values.length === 0 && !isBareWhenEmpty) throw new Error(`${part} has no value`);
    return [decode(key), decode(values.join("="))];
  });
}

/** Reads `name[a][b]=c` back into an object; what is repeated is a list. */
export function parseDeepObject(text: string, name: string): unknown {
  const root: Record<string, unknown> = {};
  for (const pair of text.split("&")) {
    const [path = "", value = ""] = pair.split("=").map(decodeURIComponent);
    const inner = after(path, name);
    if (!/^(\[[^[\]]+\])+$/.test(inner)) throw new Error(`${inner} isn't made of brackets`);
    const keys = inner.slice(1, -1).split("][");
    const last = keys.pop() ?? "";
    let at = root;
    for (const key of keys) {
      if (!Object.hasOwn(at, key)) at[key] = {};
      // The cast states what the line above made of it; a value there would fail the comparison.
      at = at[key] as Record<string, unknown>;
    }
    at[last] = Object.hasOwn(at, last) ? [at[last], value].flat() : value;
  }
  return root;
}

function after(text: string, start: string): string {
  if (!text.startsWith(start)) throw new Error(`${text} doesn't begin with ${start}`);
  return text.slice(start.length);
}

function inPairs(parts: readonly string[]): [string, string][] {
  if (parts.length % 2 !== 0) throw new Error(`${parts.length} parts are no pairs`);
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : []));
}

/** All but the unreserved characters (RFC 3986, 2.3), from their bytes. */
function encodeURIComponentStrictly(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w.~-]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
