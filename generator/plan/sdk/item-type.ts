import type { Call } from "../call/call.js";
import { type Code, type ModuleTypeNames, moduleTypeNames } from "../imports.js";
import type { Blueprint } from "../output.js";
import { declarationLines } from "../types/type-lines.js";
import { typeText } from "../types/type-text.js";
import { type Declaration, typesOf } from "../types/types.js";
import { typeDoc } from "./doc.js";
import type { ModelView } from "./views.js";

/** The type of the items of a paged call. */
export function itemType(call: Call, blueprint: Blueprint): Code | null {
  const { walk, operation, hasOwnItem } = call;
  if (walk === null) return null;
  if (hasOwnItem) return { text: blueprint.names.operation(operation).item, uses: [] };
  const typeNames = moduleTypeNames(blueprint, "folder");
  const type = typesOf(blueprint.api).typeOf(walk.paging.itemSchema);
  return { text: typeText(type, typeNames, "undefined"), uses: typeNames.uses };
}

/** The declaration of the items of a paged call, if they have no name in the document. */
export function itemViews(
  call: Call,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView[] {
  const { walk, operation, hasOwnItem } = call;
  if (walk === null || !hasOwnItem) return [];
  const type = typesOf(blueprint.api).typeOf(walk.paging.itemSchema);
  const declaration: Declaration =
    type.kind === "object"
      ? { kind: "interface", bases: [], members: type.members }
      : { kind: "alias", type };
  const { item } = blueprint.names.operation(operation);
  return [
    {
      doc: typeDoc("Item", operation, blueprint),
      lines: declarationLines(item, declaration, typeNames),
    },
  ];
}
