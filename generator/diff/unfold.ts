import { reached } from "../plan/report/facts.js";
import { joined } from "../plan/report/shape.js";
import type { Entry, Line, SurfaceType } from "../plan/report/surface.js";
import { innerTypes, withInnerTypes } from "../plan/report/surface-type.js";

/**
 * A line with a model that its counterpart doesn't name replaced by the model's own type, followed
 * by the lines of the model's fields. The line alone if both name models of their own.
 */
export function unfolded(
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
  const facts = [...reached(steps, alias?.facts ?? []), ...line.facts];
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
