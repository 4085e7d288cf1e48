import { innerFacts } from "../plan/report/facts.js";
import { joined } from "../plan/report/shape.js";
import type { Entry, Line, SurfaceType } from "../plan/report/surface.js";
import { innerTypes, withInnerTypes } from "../plan/report/surface-text.js";
import { isReplaced, typeChange } from "./type-change.js";

/** A line before and after; `null` if it doesn't exist there. */
export interface Pair {
  readonly old: Line | null;
  readonly next: Line | null;
}

/** The models of a surface, by name. */
export type Models = ReadonlyMap<string, Entry>;

/**
 * Pairs the lines of an entry with their counterparts. A type that gains or loses a name stays the
 * same type: on the named side its lines come from the model.
 */
export function pairsOf(
  old: readonly Line[],
  next: readonly Line[],
  models: { readonly old: Models; readonly next: Models },
): Pair[] {
  const oldLines = new Map(old.map((line) => [keyOf(line), line]));
  const nextLines = new Map(next.map((line) => [keyOf(line), line]));
  const pairs: Pair[] = [];
  // Iterating a Map includes entries that are added meanwhile.
  for (const [key, line] of oldLines) {
    const counterpart = nextLines.get(key);
    if (counterpart === undefined) {
      pairs.push({ old: line, next: null });
      continue;
    }
    const [before, ...oldParts] = inlined(line, counterpart, models.old);
    const [after, ...nextParts] = inlined(counterpart, line, models.next);
    const isSameInside = !isReplaced(typeChange(before.type, after.type));
    pairs.push(isSameInside ? { old: before, next: after } : { old: line, next: counterpart });
    if (!isSameInside) continue;
    for (const part of oldParts) if (!oldLines.has(keyOf(part))) oldLines.set(keyOf(part), part);
    for (const part of nextParts) if (!nextLines.has(keyOf(part))) nextLines.set(keyOf(part), part);
  }
  const added = [...nextLines].filter(([key]) => !oldLines.has(key));
  return topmost([...pairs, ...added.map(([, line]) => ({ old: null, next: line }))]);
}

/** Drops the parts of lines that are themselves new, removed or different: they add nothing. */
function topmost(pairs: readonly Pair[]): Pair[] {
  const byKey = new Map(pairs.map((pair) => [keyOf(lineOf(pair)), pair]));
  return pairs.filter((pair) => {
    if (pair.old !== null && pair.next !== null) return true;
    const parent = parentOf(lineOf(pair), byKey);
    return parent === null || hasParts(parent.old) === hasParts(parent.next);
  });
}

function lineOf({ old, next }: Pair): Line {
  const line = old ?? next;
  if (line === null) throw new Error("a pair has at least one line");
  return line;
}

function hasParts(line: Line | null): boolean {
  return line?.type.some(isOrHoldsObject) ?? false;
}

function isOrHoldsObject(type: SurfaceType): boolean {
  return type.kind === "object" || innerTypes(type).some(isOrHoldsObject);
}

const lastStep = /(?:^|\.)[^.[\]"]+$|\[(?:\*|"[^"\\]*(?:\\.[^"\\]*)*")?\]$/;

function parentOf(
  { kind, path }: Pick<Line, "kind" | "path">,
  pairs: ReadonlyMap<string, Pair>,
): Pair | null {
  const above = path.replace(lastStep, "");
  if (above === path) return null;
  return pairs.get(keyOf({ kind, path: above })) ?? parentOf({ kind, path: above }, pairs);
}

/** Arguments and fields may have the same path. */
function keyOf({ kind, path }: Pick<Line, "kind" | "path">): string {
  return `${wholes.has(kind) ? "field" : kind} ${path}`;
}

/** The values whose parts are fields. */
const wholes: ReadonlySet<Line["kind"]> = new Set(["result", "item", "type"]);

/**
 * A line with a model that its counterpart doesn't name replaced by the model's own type, followed
 * by the lines of the model's fields. The line alone if both name models of their own.
 */
function inlined(
  line: Line,
  counterpart: Line,
  models: ReadonlyMap<string, Entry>,
): readonly [Line, ...Line[]] {
  const others = new Set(modelsIn(counterpart.type));
  const own = new Set(modelsIn(line.type));
  const [name, ...more] = [...own].filter((each) => !others.has(each) && models.has(each));
  const model = name === undefined ? undefined : models.get(name);
  const isInline = [...others].every((other) => own.has(other));
  if (name === undefined || model === undefined || more.length > 0 || !isInline) return [line];
  const alias = model.lines.find(({ kind }) => kind === "type");
  const steps = stepsTo(name, line.type) ?? "";
  const path = joined(line.path, steps);
  const facts = [...innerFacts(steps, alias?.facts ?? []), ...line.facts];
  const parts = model.lines.filter(({ kind }) => kind === "field");
  const kind = line.kind === "argument" ? "argument" : "field";
  return [
    { ...line, type: replaced(line.type, name, alias?.type ?? [{ kind: "object" }]), facts },
    ...parts.map((part) => ({ ...part, kind, path: joined(path, partStep(part.path)) }) as const),
  ];
}

/** The models that a type names, at any depth. */
function modelsIn(types: readonly SurfaceType[]): string[] {
  return types.flatMap((type) => (type.kind === "model" ? type.name : modelsIn(innerTypes(type))));
}

function replaced(
  types: readonly SurfaceType[],
  name: string,
  by: readonly SurfaceType[],
): readonly SurfaceType[] {
  return types.flatMap((type) =>
    type.kind === "model" && type.name === name
      ? by
      : withInnerTypes(type, (inner) => replaced(inner, name, by)),
  );
}

/** The steps from a type to a model in it, as in `[]` for `Pet[]`; `null` if it isn't there. */
function stepsTo(name: string, types: readonly SurfaceType[]): string | null {
  for (const type of types) {
    if (type.kind === "model" && type.name === name) return "";
    const inner = stepsTo(name, innerTypes(type));
    if (inner === null) continue;
    const step = type.kind === "list" ? "[]" : type.kind === "record" ? "[*]" : "";
    return `${step}${inner}`;
  }
  return null;
}

/** A path as a step from something else. */
function partStep(path: string): string {
  return path.startsWith("[") ? path : `.${path}`;
}
