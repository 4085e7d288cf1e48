import { isObject, type Json, type JsonObject, pointerTo } from "./document.js";
import { type Kind, kindBelow } from "./grammar.js";

export type Container = JsonObject | readonly Json[];

/** An object or array on a walk through a document, and what it is there. */
export interface Visit {
  readonly node: Container;
  readonly kind: Kind;
  /** What contains it, and under which key; `null` is the document. */
  readonly parent: Visit | null;
  readonly key: string;
}

/** What a walk starts at, and what walks before it have visited: that is passed by. */
export interface Start {
  readonly kind: Kind;
  readonly entered: Map<Kind, Set<Container>>;
}

/**
 * Visits every object and array of a document but data, in the order of the document, each before
 * (`outside-in`) or after (`inside-out`) what it contains. What YAML aliases share is visited once
 * for each kind it has, so that a walk takes time in proportion to what is written.
 */
export function* walk(
  root: Container,
  order: "outside-in" | "inside-out",
  { kind, entered }: Start = { kind: "document", entered: new Map() },
): Generator<Visit> {
  const left = new Set<Visit>();
  const steps: Visit[] = [{ node: root, kind, parent: null, key: "" }];
  for (let visit = steps.at(-1); visit !== undefined; visit = steps.at(-1)) {
    if (isNew(entered, visit)) {
      if (order === "outside-in") yield visit;
      else left.add(visit);
      pushChildren(steps, visit);
    } else {
      steps.pop();
      if (left.has(visit)) yield visit;
    }
  }
}

function isNew(entered: Map<Kind, Set<Container>>, { node, kind }: Visit): boolean {
  const nodes = entered.get(kind);
  if (nodes?.has(node)) return false;
  if (nodes) nodes.add(node);
  else entered.set(kind, new Set([node]));
  return true;
}

/** Puts the children on the stack, the first on top. */
function pushChildren(steps: Visit[], parent: Visit): void {
  const { node, kind } = parent;
  for (const [key, child] of Object.entries(node).reverse()) {
    if (!isContainer(child)) continue;
    const kindOfChild = Array.isArray(node) ? kind : kindBelow(kind, key);
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
