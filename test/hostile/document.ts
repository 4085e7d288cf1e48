import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { isObject, type Json } from "../../generator/read/document/document.js";
import { root } from "../imports.js";

export const fixture = join(root, "test/fixtures/hostile.openapi.yaml");

const text = readFileSync(fixture, "utf8");

// The fixture is a YAML of this project, which holds what JSON can.
export const document = load(text) as Json;

/** Every place of the document that has a unique word, by that word. */
export const places: readonly string[] = [...new Set(text.match(/\bzz[a-z]+/g))];

/** What is put in places, by their words. */
export type Payloads = Readonly<Record<string, string>>;

/** The document with other words in some of its places, wherever they are mentioned. */
export function documentWith(payloads: Payloads): string {
  return JSON.stringify(replaced(document, payloads));
}

function replaced(value: Json, payloads: Payloads): Json {
  if (typeof value === "string") return withWords(value, payloads);
  if (Array.isArray(value)) return value.map((item) => replaced(item, payloads));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      withWords(key, payloads),
      replaced(inner, payloads),
    ]),
  );
}

function withWords(said: string, payloads: Payloads): string {
  const isPointer = said.startsWith("#/");
  return said.replace(/zz[a-z]+/g, (word) => {
    const payload = Object.hasOwn(payloads, word) ? payloads[word] : undefined;
    if (payload === undefined) return word;
    return isPointer ? asSegment(payload) : payload;
  });
}

/** A name as a reference spells it (RFC 6901). */
function asSegment(name: string): string {
  return name.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1");
}
