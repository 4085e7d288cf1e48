import { errorAt, type Problem } from "../problem.js";
import { type Document, type JsonObject, pointerTo } from "./document.js";
import { quoted } from "./quoted.js";
import { longestChain } from "./refs.js";
import { targetOf } from "./target.js";

/** An object with a `$ref`, and where it stands, if that is asked. */
export interface Reference {
  readonly node: JsonObject;
  readonly pointer: () => string;
}

/**
 * References that lead only to references: one problem for each loop, and one for each chain that
 * is longer than `follow` goes. Every reference is resolved once, however they hang together.
 */
export function loops(document: Document, references: readonly Reference[]): Problem[] {
  const lengths = new Map<JsonObject, number>();
  return references.flatMap((reference) => {
    const { chain, end } = newChain(document, reference, lengths);
    const start = chain.findIndex(({ node }) => node === end?.node);
    const beyond = start >= 0 ? Number.POSITIVE_INFINITY : ((end && lengths.get(end.node)) ?? 0);
    for (const [index, { node }] of chain.entries()) {
      lengths.set(node, beyond + chain.length - index);
    }
    if (start >= 0) return [loopProblem(chain.slice(start))];
    return chain.filter(({ node }) => lengths.get(node) === longestChain + 1).map(chainProblem);
  });
}

interface Chain {
  /** References that weren't met before, each leading to the next. */
  readonly chain: readonly Reference[];
  /** What the last one leads to: a reference that was met before, or no reference at all. */
  readonly end: Reference | null;
}

function newChain(
  document: Document,
  start: Reference,
  lengths: ReadonlyMap<JsonObject, number>,
): Chain {
  const met = new Map<JsonObject, Reference>();
  let here: Reference | null = start;
  while (here !== null && !lengths.has(here.node) && !met.has(here.node)) {
    const { $ref } = here.node;
    if (typeof $ref !== "string") break;
    met.set(here.node, here);
    const target = targetOf(document, $ref);
    here = target.kind === "object" ? referenceAt(target.place) : null;
  }
  return { chain: [...met.values()], end: here };
}

function referenceAt({ node, pointer }: { node: JsonObject; pointer: string }): Reference {
  return { node, pointer: () => pointer };
}

function loopProblem(loop: readonly Reference[]): Problem {
  const pointers = loop.slice(0, 5).map(({ pointer }) => pointer());
  const [first, ...others] = pointers.map((pointer) => quoted(`#${pointer}`));
  const through = others.length > 0 ? ` through ${others.join(", ")}` : "";
  const message = `circular reference: ${first} is only a \`$ref\` to itself${through}`;
  return errorAt(pointerTo(pointers[0] ?? "", "$ref"), `${message}; describe one of them`);
}

function chainProblem({ pointer }: Reference): Problem {
  const message = `\`$ref\` goes through more than ${longestChain} references: point at the last one`;
  return errorAt(pointerTo(pointer(), "$ref"), message);
}
