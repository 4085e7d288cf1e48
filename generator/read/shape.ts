import { errorAt, type Problem } from "../problem.js";
import { type Json, type JsonObject, pointerTo } from "./document.js";
import { type Container, isContainer } from "./walk.js";

/** What aliases may multiply the written values to: so many times, or so many values anyhow. */
const mostRepeated = 10;
const mostValues = 1_000_000;

/**
 * What makes a value unfit for everything that will walk through it: it is nested too deeply, or
 * YAML aliases let it contain itself, or multiply it beyond measure. Takes time in proportion to
 * what is written, not to what that multiplies to.
 */
export function shapeProblem(root: JsonObject, deepestLevel: number): Problem | null {
  const { order, loop } = bottomUp(root);
  if (loop) return errorAt(pointerOf(loop), "this alias contains itself: write out what is meant");
  const { levels, values, written } = measured(order);
  if (levels > deepestLevel) {
    const remedy = "move nested schemas to `components`";
    return errorAt("", `this is nested ${levels} levels deep, ${deepestLevel} are read: ${remedy}`);
  }
  if (values > Math.max(mostValues, written * mostRepeated)) {
    return errorAt("", "its aliases multiply to more than can be read: use `$ref` in their place");
  }
  return null;
}

/** A container, and the way to it. */
interface Step {
  readonly node: Container;
  readonly parent: Step | null;
  readonly key: string;
}

interface Order {
  /** Every container once, after those it contains. */
  readonly order: readonly Container[];
  /** The first container found inside itself. */
  readonly loop: Step | null;
}

function bottomUp(root: Container): Order {
  const order: Container[] = [];
  const visited = new Map<Container, Step>();
  const left = new Set<Container>();
  const steps: Step[] = [{ node: root, parent: null, key: "" }];
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    const first = visited.get(step.node);
    if (first === undefined) {
      visited.set(step.node, step);
      pushChildren(steps, step);
      continue;
    }
    if (first !== step && !left.has(step.node)) return { order, loop: step };
    if (first === step) order.push(step.node);
    left.add(step.node);
    steps.pop();
  }
  return { order, loop: null };
}

function pushChildren(steps: Step[], parent: Step): void {
  for (const [key, node] of Object.entries(parent.node)) {
    if (isContainer(node)) steps.push({ node, parent, key });
  }
}

function pointerOf(step: Step): string {
  const keys: string[] = [];
  for (let here = step; here.parent !== null; here = here.parent) keys.push(here.key);
  return pointerTo("", ...keys.reverse());
}

interface Measures {
  readonly levels: number;
  /** With every alias written out. */
  readonly values: number;
  readonly written: number;
}

/** The measures of the last container, from those of all before it. */
function measured(order: readonly Container[]): Measures {
  const known = new Map<Json, Measures>();
  let last: Measures = { levels: 0, values: 0, written: 0 };
  for (const node of order) {
    const children = Object.values(node);
    let levels = 0;
    let values = children.length;
    for (const child of children) {
      const inner = isContainer(child) ? known.get(child) : undefined;
      if (inner === undefined) continue;
      levels = Math.max(levels, inner.levels);
      values += inner.values;
    }
    last = { levels: levels + 1, values, written: last.written + children.length };
    known.set(node, last);
  }
  return last;
}
