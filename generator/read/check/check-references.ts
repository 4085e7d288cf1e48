import { pointerTo } from "../../pointer.js";
import { errorAt, type Problem } from "../../problem.js";
import { decoded, quoted } from "../../text.js";
import type { Document, JsonObject } from "../document/document.js";
import { nearestTarget } from "../document/nearest-target.js";
import { longestChain, type Reference, targetOf } from "../document/references.js";

/** Every broken reference of a document, that is, each one for which `follow` returns `null`. */
export function refProblems(document: Document, references: readonly Reference[]): Problem[] {
  return [
    ...references.flatMap((reference) => refProblem(document, reference) ?? []),
    ...referenceLoops(document, references),
  ];
}

function refProblem(document: Document, { node, pointer }: Reference): Problem | null {
  const { $ref } = node;
  const fault = typeof $ref === "string" ? faultOf(document, $ref) : notText;
  return fault === null ? null : errorAt(pointerTo(pointer(), "$ref"), fault);
}

const notText = '`$ref` must be text: write it as "#/components/schemas/Name"';

const wholeDocument =
  '`$ref` refers to the whole document: write it as "#/components/schemas/Name"';

/**
 * A reference to `true` or `false` is fine: in OpenAPI 3.1 they are schemas. The bundler has
 * already reported references to other files that remain.
 */
function faultOf(document: Document, ref: string): string | null {
  if (ref === "#") return wholeDocument;
  switch (targetOf(document, ref).kind) {
    case "object":
    case "boolean":
    case "elsewhere":
      return null;
    case "nothing":
      return `\`$ref\` has no target: the document has no ${quoted(ref)}; ${remedyFor(document, ref)}`;
    case "other value":
      return `\`$ref\` must refer to an object, and ${quoted(ref)} isn't one: correct the reference`;
  }
}

function remedyFor(document: Document, ref: string): string {
  const intended = nearestTarget(document, decoded(ref.slice(1)));
  return intended === null
    ? "add it or correct the reference"
    : `did you mean ${quoted(`#${intended}`)}?`;
}

/** The part of a reference that a chain needs. */
type Step = Pick<Reference, "node" | "pointer">;

/**
 * References to other references: one problem for each loop, and one for each chain that is longer
 * than `follow` allows. Each reference is resolved once, however they are connected.
 */
export function referenceLoops(document: Document, references: readonly Step[]): Problem[] {
  const lengths = new Map<JsonObject, number>();
  return references.flatMap((reference) => {
    const { chain, end } = newChain(document, reference, lengths);
    const start = chain.findIndex(({ node }) => node === end?.node);
    const lengthAfter =
      start >= 0 ? Number.POSITIVE_INFINITY : ((end && lengths.get(end.node)) ?? 0);
    for (const [index, { node }] of chain.entries()) {
      lengths.set(node, lengthAfter + chain.length - index);
    }
    if (start >= 0) return [loopProblem(chain.slice(start))];
    return chain.filter(({ node }) => lengths.get(node) === longestChain + 1).map(chainProblem);
  });
}

interface Chain {
  /** References seen for the first time, each leading to the next. */
  readonly chain: readonly Step[];
  /** The target of the last one, if it is a reference that was seen before. */
  readonly end: Step | null;
}

function newChain(
  document: Document,
  start: Step,
  lengths: ReadonlyMap<JsonObject, number>,
): Chain {
  const seen = new Map<JsonObject, Step>();
  let current: Step | null = start;
  while (current !== null && !lengths.has(current.node) && !seen.has(current.node)) {
    const { $ref } = current.node;
    if (typeof $ref !== "string") break;
    seen.set(current.node, current);
    const target = targetOf(document, $ref);
    current = target.kind === "object" ? referenceAt(target.place) : null;
  }
  return { chain: [...seen.values()], end: current };
}

function referenceAt({ node, pointer }: { node: JsonObject; pointer: string }): Step {
  return { node, pointer: () => pointer };
}

function loopProblem(loop: readonly Step[]): Problem {
  const pointers = loop.slice(0, 5).map(({ pointer }) => pointer());
  const [first, ...others] = pointers.map((pointer) => quoted(`#${pointer}`));
  const through = others.length > 0 ? ` through ${others.join(", ")}` : "";
  const message = `circular reference: ${first} is only a \`$ref\` to itself${through}`;
  return errorAt(
    pointerTo(pointers[0] ?? "", "$ref"),
    `${message}; replace one of them with the schema itself`,
  );
}

function chainProblem({ pointer }: Step): Problem {
  const message = `\`$ref\` goes through more than ${longestChain} references: refer to the last one directly`;
  return errorAt(pointerTo(pointer(), "$ref"), message);
}
