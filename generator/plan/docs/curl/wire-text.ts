import type { Parameter, Serialization } from "../../../model/api/parameter.js";
import { isRecord } from "../../../record.js";

type Encode = (text: string) => string;
type Pair = readonly [key: string, value: unknown];

/**
 * A sample value as a parameter of a request (OpenAPI 3.1, Style Values), written as the emitted
 * package writes it: the text of a path segment or header, or the pairs of a query or cookie.
 */
export function wireText(
  { in: place, name, serialization }: Pick<Parameter, "in" | "name" | "serialization">,
  value: unknown,
): string {
  const encode = place === "header" ? String : percentEncode;
  const hasName = place === "query" || place === "cookie";
  switch (serialization?.kind) {
    case "json":
      return (hasName ? `${encode(name)}=` : "") + encode(JSON.stringify(value));
    case "querystring":
      return serialization.format === "json" ? encode(JSON.stringify(value)) : formText(value);
    default: {
      const usual = { style: hasName ? "form" : "simple", explode: hasName, allowReserved: false };
      const { style, explode, allowReserved } = serialization ?? usual;
      return styled(name, value, { style, explode, encode: allowReserved ? reserved : encode });
    }
  }
}

/** A form: objects are JSON, other values as in a query. */
export function formText(value: unknown): string {
  return fieldsOf(value)
    .map(([key, each]) =>
      isRecord(each)
        ? `${percentEncode(key)}=${percentEncode(JSON.stringify(each))}`
        : styled(key, each, { style: "form", explode: true, encode: percentEncode }),
    )
    .filter(Boolean)
    .join("&");
}

interface Style {
  readonly style: Extract<Serialization, { kind: "style" }>["style"] | string;
  readonly explode: boolean;
  readonly encode: Encode;
}

const delimiters: Readonly<Record<string, string>> = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
  tabDelimited: "%09",
};

function styled(name: string, value: unknown, { style, explode, encode }: Style): string {
  const write = (each: unknown) => encode(textOf(each));
  const pairs = isRecord(value) ? fieldsOf(value) : null;
  const items = Array.isArray(value) ? value.filter(isGiven) : [value];
  const flat = pairs
    ? pairs.flatMap(([key, each]) =>
        explode ? [`${encode(key)}=${write(each)}`] : [encode(key), write(each)],
      )
    : items.map(write);
  switch (style) {
    case "label":
      return `.${flat.join(explode ? "." : ",")}`;
    case "matrix":
      if (pairs && explode) return flat.map((each) => `;${each}`).join("");
      return (explode ? flat : [flat.join(",")]).map((each) => `;${encode(name)}=${each}`).join("");
    case "simple":
      return flat.join(",");
    case "spaceSeparated":
      return flat.join(encode(" "));
    case "pipeSeparated":
      return flat.join(encode("|"));
    case "tabSeparated":
      return flat.join(encode("\t"));
    case "deepObject":
      return deepPairs(name, value)
        .map(([key, each]) => `${encode(key)}=${write(each)}`)
        .join("&");
    default:
      if (!explode) return `${encode(name)}=${flat.join(delimiters[style] ?? ",")}`;
      return (pairs ?? items.map((each): Pair => [name, each]))
        .flatMap(([key, each]) =>
          (pairs && Array.isArray(each) ? each : [each]).map(
            (one) => `${encode(key)}=${write(one)}`,
          ),
        )
        .join("&");
  }
}

/** The pairs of `deepObject`, at any depth; a list of objects has indices. */
function deepPairs(key: string, value: unknown): Pair[] {
  if (Array.isArray(value)) {
    const isIndexed = value.some(isRecord);
    return value.flatMap((item, index) => deepPairs(isIndexed ? `${key}[${index}]` : key, item));
  }
  return isRecord(value)
    ? fieldsOf(value).flatMap(([field, each]) => deepPairs(`${key}[${field}]`, each))
    : [[key, value]];
}

/** Encodes everything except unreserved characters (RFC 3986, 2.3). UTF-8 has no lone surrogates. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function reserved(text: string): string {
  return encodeURI(text.toWellFormed()).replace(/[#&+']/g, percentEncode);
}

export function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function fieldsOf(value: unknown): Pair[] {
  return Object.entries(Object(value)).filter(([, each]) => isGiven(each));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
