import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject } from "../../read/document/document.js";

/**
 * What generated a package, and from which document. It has no time, so that equal input gives
 * equal bytes.
 */
export interface Provenance {
  /** The version of sdkwright. */
  readonly generator: string;
  /** The SHA-256 of the document in hexadecimal, independent of layout and key order. */
  readonly document: string;
}

/** @param document as published; the output depends only on it and the settings. */
export function provenanceOf(document: JsonObject, generator: string): Provenance {
  const hash = createHash("sha256");
  for (const part of partsOf(document)) hash.update(part).update("\n");
  return { generator, document: hash.digest("hex") };
}

/** The document's JSON in pieces, because the whole may exceed the maximum string length. */
function* partsOf(document: JsonObject): Generator<string> {
  for (const [key, value] of sorted(document)) {
    yield JSON.stringify(key);
    if (!isObject(value)) yield canonical(value);
    else for (const entry of sorted(value)) yield canonical(entry);
  }
}

function canonical(value: Json): string {
  // Long lists are mostly numbers or strings, which need no sorting.
  if (Array.isArray(value) && !value.some((item) => typeof item === "object"))
    return JSON.stringify(value);
  return JSON.stringify(value, (_, inner: Json) =>
    isObject(inner) ? Object.fromEntries(sorted(inner)) : inner,
  );
}

/** Sorts by code unit, so that the order is the same in every locale. */
function sorted(object: JsonObject): [key: string, value: Json][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
