import { isObject, type Json, type JsonObject, pointerTo } from "./document.js";
import { kindBelow, type NodeKind } from "./openapi-structure.js";

export type Container = JsonObject | readonly Json[];

/** An object or array on a walk through a document, and what it is there. */
export interface Visit {
  readonly node: Container;
  readonly kind: NodeKind;
  /** What contains it, and under which key; `null` is the document. */
  readonly parent: Visit | null;
  readonly key: string;
}

/** What a walk starts at, and what walks before it have visited: that is passed by. */
export interface Start {
  readonly kind: NodeKind;
  readonly entered: Map<NodeKind, Set<Container>>;
}

/** The visits of a walk, in both orders. */
interface Visits {
  readonly outsideIn: readonly Visit[];
  readonly insideOut: readonly Visit[];
}

/** No document changes once it is there: who walks through one again goes the way of the first. */
const known = new WeakMap<Container, Visits>();

/**
 * Every object and array of a document but data, in the order of the document, each before
 * (`outside-in`) or after (`inside-out`) what it contains. What YAML aliases share is visited once
 * for each kind it has, so that a walk takes time in proportion to what is written.
 */
export function walk(
  root: Container,
  order: "outside-in" | "inside-out",
  start?: Start,
): readonly Visit[] {
  const visits = start ? visitsFrom(root, start) : (known.get(root) ?? remembered(root));
  return order === "outside-in" ? visits.outsideIn : visits.insideOut;
}

function remembered(root: Container): Visits {
  const visits = visitsFrom(root, { kind: "document", entered: new Map() });
  known.set(root, visits);
  return visits;
}

function visitsFrom(root: Container, { kind, entered }: Start): Visits {
  const outsideIn: Visit[] = [];
  const insideOut: Visit[] = [];
  const open: Visit[] = [];
  // What is to be visited, the next one last; `null` where the innermost open one has been seen whole.
  const steps: (Visit | null)[] = [{ node: root, kind, parent: null, key: "" }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === null) {
      const left = open.pop();
      if (left) insideOut.push(left);
    } else if (isNew(entered, step)) {
      outsideIn.push(step);
      open.push(step);
      steps.push(null);
      pushChildren(steps, step);
    }
  }
  return { outsideIn, insideOut };
}

function isNew(entered: Map<NodeKind, Set<Container>>, { node, kind }: Visit): boolean {
  const nodes = entered.get(kind) ?? new Set();
  if (nodes.size === 0) entered.set(kind, nodes);
  const { size } = nodes;
  return nodes.add(node).size > size;
}

/** Puts the children on the stack, the first on top. */
function pushChildren(steps: (Visit | null)[], parent: Visit): void {
  const { node, kind } = parent;
  if (!isObject(node)) {
    for (let index = node.length - 1; index >= 0; index -= 1) {
      const child = node[index];
      if (isContainer(child)) steps.push({ node: child, kind, parent, key: String(index) });
    }
    return;
  }
  const keys = Object.keys(node);
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const key = keys[index] ?? "";
    const child = node[key];
    if (!isContainer(child)) continue;
    const kindOfChild = kindBelow(kind, key);
    if (kindOfChild !== "data") steps.push({ node: child, kind: kindOfChild, parent, key });
  }
}

export function isContainer(value: Json | undefined): value is Container {
  return isObject(value) || Array.isArray(value);
}

/** The JSON Pointer of what is visited; worth the trouble only once there is something to say. */
export function pointerOf(visit: Visit): string {
  const keys: string[] = [];
  for (let here = visit; here.parent !== null; here = here.parent) keys.push(here.key);
  return pointerTo("", ...keys.reverse());
}
