import type { Call } from "../call/call.js";
import { useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import { declarationLines } from "../types/declaration-lines.js";
import { type Type, unionOf } from "../types/type.js";
import { type Declaration, typesOf } from "../types/types.js";
import { resultType } from "./call-types.js";
import type { CodeSpelling } from "./code-spelling.js";
import { typeDoc } from "./doc.js";
import { mapView } from "./request-views.js";
import type { ModelView } from "./views.js";

/** The declarations of a result without a name in the document, and of results by media type. */
export function responseViews(
  call: Call,
  blueprint: Blueprint,
  spelling: CodeSpelling,
): ModelView[] {
  return [
    ...ownResultViews(call, blueprint, spelling),
    ...(call.resultVariants.length > 1 ? [variantsView(call, blueprint, spelling)] : []),
  ];
}

function variantsView(
  { operation, resultVariants, hasOwnResult, hasBytes }: Call,
  blueprint: Blueprint,
  spelling: CodeSpelling,
): ModelView {
  const types = typesOf(blueprint.api);
  const own = blueprint.names.operation(operation);
  const members = resultVariants.flatMap(({ contentTypes, results }, index) => {
    const type: Type =
      index === 0 && hasOwnResult
        ? { kind: "text", text: own.response }
        : unionOf(results.map(({ payload }) => resultType(payload, types)));
    return contentTypes.map((contentType) => ({ contentType, type }));
  });
  if (hasBytes) spelling.uses.push(...useType("../runtime/binary.js", "Binary"));
  const name = hasBytes ? `${own.responses}<Form extends BinaryForm = "blob">` : own.responses;
  const doc = `Responses of {@link ${own.function}} by media type.`;
  return mapView(doc, name, members, spelling);
}

function ownResultViews(
  { operation, results, hasOwnResult }: Call,
  blueprint: Blueprint,
  spelling: CodeSpelling,
): ModelView[] {
  if (!hasOwnResult) return [];
  const types = typesOf(blueprint.api);
  const { response } = blueprint.names.operation(operation);
  const type = unionOf(results.map(({ payload }) => resultType(payload, types)));
  const declaration: Declaration =
    type.kind === "object"
      ? { kind: "interface", bases: [], members: type.members }
      : { kind: "alias", type };
  return [
    {
      doc: typeDoc("Response", operation, blueprint),
      lines: declarationLines(response, declaration, spelling),
    },
  ];
}
