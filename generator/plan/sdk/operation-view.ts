import type { Operation } from "../../model/api.js";
import { callFrom } from "../call/call.js";
import type { Blueprint } from "../output.js";
import { unionAlias } from "../types/line-breaks.js";
import { type CallTypes, callTypesOf, hasUsualOptions, promiseUse } from "./call-types.js";
import type { CodeSpelling } from "./code-spelling.js";
import { failuresOf } from "./failures.js";
import { type Use, use, useType } from "./imports.js";
import { itemViews } from "./item-type.js";
import { operationDataView } from "./operation-data.js";
import { pagesData } from "./pages-data.js";
import { requestViews } from "./request-views.js";
import { responseViews } from "./response-views.js";
import { functionSignature } from "./signatures.js";
import type { OperationView } from "./views.js";

/**
 * The section of a module for one operation, with its imports.
 *
 * @param spelling spells the types of the module and collects their imports.
 */
export function operationView(
  operation: Operation,
  blueprint: Blueprint,
  spelling: CodeSpelling,
): { readonly view: OperationView; readonly uses: readonly Use[] } {
  const call = callFrom(operation, blueprint.api);
  const types = callTypesOf(call, blueprint);
  const failures = failuresOf(call, blueprint.names);
  const data = operationDataView(call, blueprint);
  const pages = call.walk && pagesData(call.walk, types.names.pages);
  const view: OperationView = {
    declarations: [
      ...requestViews(call, blueprint, spelling),
      ...responseViews(call, blueprint, spelling),
      ...itemViews(call, blueprint, spelling),
    ],
    failure: {
      doc: `Errors of {@link ${types.names.function}}: \`switch\` on \`status\` or \`kind\`.`,
      text: unionAlias(types.names.error, failures.members),
    },
    data: data.view,
    pages: pages?.view ?? null,
    signature: functionSignature(types),
  };
  return {
    view,
    uses: [
      ...data.uses,
      ...(pages?.uses ?? []),
      ...failures.uses,
      ...types.returns.uses,
      ...runtimeUses(types),
    ],
  };
}

function runtimeUses(types: CallTypes): Use[] {
  const { isBare, item, options } = types;
  const call = isBare
    ? use("../runtime/call.js", "call")
    : use("../runtime/call-with.js", "callWith");
  return [
    ...promiseUse(types),
    ...(item === null ? call : use("../runtime/paged.js", "paged")),
    ...useType("../runtime/client-core.js", "ClientCore"),
    ...use("../runtime/operation.js", "operation"),
    ...(isBare ? useType("../runtime/client-core.js", "OptionsOnly") : []),
    ...(isBare ? use("../runtime/client-core.js", "optionsIn") : []),
    ...(isBare && hasUsualOptions(types) ? [] : options.uses),
  ];
}
