import { isObject, type Json, type JsonObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";
import type { Container } from "../document/walk.js";
import type { Finding, Mend } from "./finding.js";

/** Applies the fixes of all findings; the same object if there are none. */
export function applyFixes(document: JsonObject, findings: readonly Finding[]): JsonObject {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  if (fixes.length === 0) return document;
  const byNode = new Map<Container, Map<string, Mend>>();
  for (const { node, key, mend } of fixes) {
    const mends = byNode.get(node) ?? new Map<string, Mend>();
    const before = mends.get(key);
    byNode.set(node, mends.set(key, before ? (value) => mend(before(value)) : mend));
  }
  return rewritten(document, (part, _, before) => {
    const mends = byNode.get(before);
    return mends === undefined ? part : withMends(part, mends);
  });
}

type Mends = ReadonlyMap<string, Mend>;

/** Lists keep their length, so that the other items keep their indices. */
function withMends(part: Container, mends: Mends): Container {
  if (!isObject(part)) {
    return part.map((item, index) => mends.get(String(index))?.(item) ?? item);
  }
  const keys = new Set([...Object.keys(part), ...mends.keys()]);
  const entries = [...keys].flatMap((key): [string, Json][] => {
    const value = Object.hasOwn(part, key) ? part[key] : undefined;
    const mend = mends.get(key);
    const instead = mend === undefined ? value : mend(value);
    return instead === undefined ? [] : [[key, instead]];
  });
  return Object.fromEntries(entries);
}
