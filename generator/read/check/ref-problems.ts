import { didYouMean } from "../../nearest.js";
import { errorAt, type Problem } from "../../problem.js";
import { quoted } from "../../text.js";
import { type Document, pointerTo } from "../document/document.js";
import { type Reference, targetOf } from "../document/references.js";
import { loops } from "./ref-loops.js";

/** Every broken reference of a document, that is, each one for which `follow` returns `null`. */
export function refProblems(document: Document, references: readonly Reference[]): Problem[] {
  return [
    ...references.flatMap((reference) => refProblem(document, reference) ?? []),
    ...loops(document, references),
  ];
}

function refProblem(document: Document, { node, pointer }: Reference): Problem | null {
  const { $ref } = node;
  const fault = typeof $ref === "string" ? faultOf(document, $ref) : notText;
  return fault === null ? null : errorAt(pointerTo(pointer(), "$ref"), fault);
}

const notText = '`$ref` must be text: write it as "#/components/schemas/Name"';

const wholeDocument = '`$ref` leads to the whole document: write it as "#/components/schemas/Name"';

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
      return `\`$ref\` has no target: the document has no ${quoted(ref)}; ${didYouMean(ref, neighboursOf(document, ref), "add it or correct the reference")}`;
    case "other value":
      return `\`$ref\` must lead to an object, and ${quoted(ref)} isn't one: correct the reference`;
  }
}

/** References to the siblings of the missing target. */
function neighboursOf(document: Document, ref: string): string[] {
  const around = ref.slice(0, ref.lastIndexOf("/"));
  const target = around === "#" || around === "" ? null : targetOf(document, around);
  if (target?.kind !== "object") return [];
  return Object.keys(target.place.node).map((name) => `${around}${pointerTo("", name)}`);
}
