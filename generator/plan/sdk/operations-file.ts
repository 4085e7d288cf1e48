import type { Operation, Resource } from "../../model/api.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import {
  type CodeSpelling,
  codeSpelling,
  importViews,
  type Use,
  use,
  useType,
} from "../imports.js";
import type { Blueprint } from "../output.js";
import { unionAlias } from "../types/type-text.js";
import { requestViews, responseViews } from "./declarations.js";
import { itemViews } from "./item-type.js";
import { operationDataView } from "./operation-data.js";
import { pagesData } from "./pages-data.js";
import { failuresOf } from "./responses.js";
import { namesSchemes } from "./security-file.js";
import {
  type CallTypes,
  callTypesOf,
  functionSignature,
  hasUsualOptions,
  promiseUse,
} from "./signatures.js";
import type { OperationView } from "./views.js";

/** The module of a resource's functions. */
export function operationsFile(resource: Resource, blueprint: Blueprint): TemplateFile {
  const spelling = codeSpelling(blueprint, "folder");
  const sections = resource.operations.map((operation) =>
    operationView(operation, blueprint, spelling),
  );
  return {
    path: `src/operations/${blueprint.names.resource(resource).file}.ts`,
    from: "template",
    template: "sdk/operations",
    view: {
      imports: importViews([...sections.flatMap(({ uses }) => uses), ...spelling.uses]),
      hasSecurity: sections.some(
        ({ view }) => view.data.security !== null && namesSchemes(view.data.security),
      ),
      operations: sections.map(({ view }) => view),
    },
  };
}

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
