import { isObject, type Json, type JsonObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";
import type { Container } from "../document/walk.js";
import type { TypeMismatch } from "./check-types.js";

/** The document with what is read in the place of its misfits; without any, it is the same object. */
export function applyFixes(document: JsonObject, misfits: readonly TypeMismatch[]): JsonObject {
  if (misfits.length === 0) return document;
  const byNode = new Map<Container, Mends>();
  for (const { node, key, mend } of misfits) {
    byNode.set(node, new Map(byNode.get(node)).set(key, mend));
  }
  return rewritten(document, (part, _, before) => {
    const mends = byNode.get(before);
    return mends === undefined ? part : withMends(part, mends);
  });
}

type Mends = ReadonlyMap<string, TypeMismatch["mend"]>;

/** Lists keep their entries, so that the others stay where they are. */
function withMends(part: Container, mends: Mends): Container {
  if (!isObject(part)) {
    return part.map((item, index) => mends.get(String(index))?.(item) ?? item);
  }
  const entries = Object.entries(part).flatMap(([key, value]): [string, Json][] => {
    const mend = mends.get(key);
    const instead = mend === undefined ? value : mend(value);
    return instead === undefined ? [] : [[key, instead]];
  });
  return Object.fromEntries(entries);
}
