import { pointerTo } from "../../pointer.js";
import { errorAt, type Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { type Container, isContainer } from "../document/walk.js";

/**
 * The factor by which aliases may expand a document. Up to `mostValues` values are always allowed.
 */
const mostRepeated = 10;
const mostValues = 1_000_000;

/**
 * The most characters of the JSON Pointers to all values, which later stages keep. A long key is in
 * each pointer below it.
 */
const mostInPointers = 50_000_000;
const mostInPointer = 300;

/**
 * Reports a value that a recursive walk can't handle: one nested too deeply, one that YAML aliases
 * make circular or far larger than its text, or one whose keys are too long. Runs in time proportional to the text.
 */
export function nestingProblem(root: JsonObject, deepestLevel: number): Problem | null {
  const { cycle, levels, values, written, pointers } = measure(root);
  if (cycle)
    return errorAt(pointerOf(cycle), "this alias contains itself: write the value out in full");
  if (levels > deepestLevel) {
    const remedy = "move nested schemas to `components`";
    return errorAt(
      "",
      `this is nested ${levels} levels deep, and ${deepestLevel} are allowed: ${remedy}`,
    );
  }
  if (values > Math.max(mostValues, written * mostRepeated)) {
    return errorAt("", "its aliases expand to too many values: use `$ref` instead");
  }
  if (pointers > Math.max(mostInPointers, values * mostInPointer)) {
    return errorAt("", "its keys are too long for the number of values below them: shorten them");
  }
  return null;
}

/** A container and the path to it. */
interface Step {
  readonly node: Container;
  readonly parent: Step | null;
  readonly key: string;
}

interface Measures {
  readonly levels: number;
  /** With all aliases expanded. */
  readonly values: number;
  /** The characters of the JSON Pointers from here to these values. */
  readonly pointers: number;
}

/** The measures of completed containers; `null` while the walk is inside one. */
type Known = Map<Container, Measures | null>;

interface NestingMeasures extends Measures {
  readonly written: number;
  /** The first container that contains itself. The other measures are unknown then. */
  readonly cycle: Step | null;
}

function measure(root: Container): NestingMeasures {
  const known: Known = new Map();
  let written = 0;
  const steps: Step[] = [{ node: root, parent: null, key: "" }];
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    const { node } = step;
    if (known.get(node) === undefined) {
      known.set(node, null);
      const cycle = pushChildren(steps, step, known);
      if (cycle) return { levels: 0, values: 0, pointers: 0, written, cycle };
      continue;
    }
    steps.pop();
    if (known.get(node) !== null) continue;
    written += isObject(node) ? Object.keys(node).length : node.length;
    known.set(node, measuresOf(node, known));
  }
  const measures = known.get(root) ?? { levels: 0, values: 0, pointers: 0 };
  return { ...measures, written, cycle: null };
}

/** Pushes the unmeasured children; returns a child that contains itself, if there is one. */
function pushChildren(steps: Step[], parent: Step, known: Known): Step | null {
  const { node } = parent;
  const keys = isObject(node) ? Object.keys(node) : null;
  const children = valuesIn(node);
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!isContainer(child)) continue;
    const measures = known.get(child);
    if (measures !== undefined && measures !== null) continue;
    const step = { node: child, parent, key: keys?.[index] ?? String(index) };
    if (measures === null) return step;
    steps.push(step);
  }
  return null;
}

function measuresOf(node: Container, known: Known): Measures {
  let levels = 0;
  let values = 0;
  let pointers = 0;
  const keys = isObject(node) ? Object.keys(node) : null;
  const children = valuesIn(node);
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    const { length } = keys?.[index] ?? String(index);
    const inner = isContainer(child) ? known.get(child) : null;
    values += 1;
    pointers += length + 1;
    if (!inner) continue;
    levels = Math.max(levels, inner.levels);
    values += inner.values;
    pointers += inner.values * (length + 1) + inner.pointers;
  }
  return { levels: levels + 1, values, pointers };
}

function valuesIn(node: Container): readonly Json[] {
  return isObject(node) ? Object.values(node) : node;
}

function pointerOf(step: Step): string {
  const keys: string[] = [];
  for (let current = step; current.parent !== null; current = current.parent)
    keys.push(current.key);
  return pointerTo("", ...keys.reverse());
}
