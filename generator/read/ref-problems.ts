import { errorAt, type Problem } from "../problem.js";
import { type Document, isObject, type JsonObject, pointerTo } from "./document.js";
import { mayRefer } from "./grammar.js";
import { quoted } from "./quoted.js";
import { loops, type Reference } from "./ref-loops.js";
import { targetOf } from "./target.js";
import { pointerOf, walk } from "./walk.js";

/** Everything wrong with the references of a document: what `follow` would return `null` for. */
export function refProblems(document: Document): Problem[] {
  const references = referencesIn(document);
  return [
    ...references.flatMap((reference) => refProblem(document, reference) ?? []),
    ...loops(document, references),
  ];
}

/** The objects with a `$ref` that is a reference, each once, in the order of the document. */
function referencesIn(document: Document): Reference[] {
  const found = new Map<JsonObject, Reference>();
  for (const visit of walk(document, "outside-in")) {
    const { node, kind } = visit;
    if (!isObject(node) || !Object.hasOwn(node, "$ref") || !mayRefer(kind)) continue;
    if (!found.has(node)) found.set(node, { node, pointer: () => pointerOf(visit) });
  }
  return [...found.values()];
}

function refProblem(document: Document, { node, pointer }: Reference): Problem | null {
  const { $ref } = node;
  const fault = typeof $ref === "string" ? faultOf(document, $ref) : notText;
  return fault === null ? null : errorAt(pointerTo(pointer(), "$ref"), fault);
}

const notText = '`$ref` must be text: write it as "#/components/schemas/Name"';

/** A reference to `true` or `false` is fine: in OpenAPI 3.1 they are schemas. */
function faultOf(document: Document, ref: string): string | null {
  switch (targetOf(document, ref).kind) {
    case "object":
    case "boolean":
      return null;
    case "nothing":
      return `\`$ref\` points nowhere: the document has no ${quoted(ref)}; add it or correct the reference`;
    case "other value":
      return `\`$ref\` must lead to an object, and ${quoted(ref)} is none: correct the reference`;
    case "elsewhere":
      return `\`$ref\` leads to ${quoted(ref)}: other files are not read yet; bundle the document into one file first`;
  }
}
