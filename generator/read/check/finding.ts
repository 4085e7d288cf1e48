import type { Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";
import type { Container } from "../document/walk.js";

/** A problem in a document, and how the document is read instead. */
export interface Finding {
  /** `null` if the meaning is clear without a warning. */
  readonly problem: Problem | null;
  /** `null` if the document is read unchanged. */
  readonly fix: Fix | null;
}

/** A replacement for the value below a key of an object or list. */
interface Fix {
  readonly node: Container;
  readonly key: string;
  /** Maps the value in the document to the one that is used; `undefined` removes it. */
  readonly replace: Replacement;
}

export type Replacement = (value: Json | undefined) => Json | undefined;

export const removed: Replacement = () => undefined;

/** Applies the fixes of all findings; returns the same object if there are none. */
export function applyFixes(document: JsonObject, findings: readonly Finding[]): JsonObject {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  if (fixes.length === 0) return document;
  const byNode = new Map<Container, Map<string, Replacement>>();
  for (const { node, key, replace } of fixes) {
    const replacements = byNode.get(node) ?? new Map<string, Replacement>();
    const before = replacements.get(key);
    byNode.set(node, replacements.set(key, before ? (value) => replace(before(value)) : replace));
  }
  return rewritten(document, (part, _, before) => {
    const replacements = byNode.get(before);
    return replacements === undefined ? part : withReplacements(part, replacements);
  });
}

type Replacements = ReadonlyMap<string, Replacement>;

/** Lists keep their length, so that the other items keep their indices. */
function withReplacements(part: Container, replacements: Replacements): Container {
  if (!isObject(part)) {
    return part.map((item, index) => replacements.get(String(index))?.(item) ?? item);
  }
  const keys = new Set([...Object.keys(part), ...replacements.keys()]);
  const entries = [...keys].flatMap((key): [string, Json][] => {
    const value = Object.hasOwn(part, key) ? part[key] : undefined;
    const replace = replacements.get(key);
    const replaced = replace === undefined ? value : replace(value);
    return replaced === undefined ? [] : [[key, replaced]];
  });
  return Object.fromEntries(entries);
}
