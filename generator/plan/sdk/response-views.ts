import type { Call } from "../call/call.js";
import type { Blueprint } from "../output.js";
import { declarationLines } from "../types/declaration-lines.js";
import { unionOf } from "../types/type.js";
import { type Declaration, typesOf } from "../types/types.js";
import { resultType } from "./call-types.js";
import type { CodeSpelling } from "./code-spelling.js";
import { typeDoc } from "./doc.js";
import type { ModelView } from "./views.js";

/** The declaration of a result that has no name in the document. */
export function responseViews(
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
