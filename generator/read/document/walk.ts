import { memoize } from "../../memoize.js";
import { pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject } from "./document.js";
import { kindBelow, type NodeKind } from "./openapi-structure.js";

export type Container = JsonObject | readonly Json[];

/** An object or array of a document, and its kind. */
export interface Visit {
  readonly node: Container;
  readonly kind: NodeKind;
  /** The container that it is in; `null` for the document. */
  readonly parent: Visit | null;
  readonly key: string;
}

/** Where a walk starts, and the parts that earlier walks visited, which it skips. */
export interface Start {
  readonly kind: NodeKind;
  readonly entered: Map<NodeKind, Set<Container>>;
}

/** The visits of a walk in both orders. */
interface Visits {
  readonly outsideIn: readonly Visit[];
  readonly insideOut: readonly Visit[];
}

/**
 * Every object and array of a document except data, in document order, each before (`outside-in`)
 * or after (`inside-out`) its children. A part shared by YAML aliases is visited once per kind, so
 * the time is proportional to the text.
 */
export function walk(
  root: Container,
  order: "outside-in" | "inside-out",
  start?: Start,
): readonly Visit[] {
  const visits = start ? visitsFrom(root, start) : documentVisits(root);
  return order === "outside-in" ? visits.outsideIn : visits.insideOut;
}

/** The visits of a document, reused by later walks because documents are immutable. */
const documentVisits = memoize((root: Container) =>
  visitsFrom(root, { kind: "document", entered: new Map() }),
);

function visitsFrom(root: Container, { kind, entered }: Start): Visits {
  const outsideIn: Visit[] = [];
  const insideOut: Visit[] = [];
  const open: Visit[] = [];
  // A stack of visits; `null` marks the end of the innermost open container.
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

/** Pushes the children, the first one on top. */
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

/** The JSON Pointer of a visit. Computed on demand, since few visits need it. */
export function pointerOf(visit: Visit): string {
  const keys: string[] = [];
  for (let current = visit; current.parent !== null; current = current.parent)
    keys.push(current.key);
  return pointerTo("", ...keys.reverse());
}

/** The document that a part is in. */
export function documentOf(visit: Visit): JsonObject {
  let current = visit;
  while (current.parent !== null) current = current.parent;
  return isObject(current.node) ? current.node : {};
}
