import type { Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { importViews, type ModuleTypeNames, moduleTypeNames, type Use } from "../imports.js";
import type { Blueprint } from "../output.js";
import { unionAlias } from "../types/type-text.js";
import { callTypesOf } from "./call-types.js";
import { requestViews, responseViews } from "./declarations.js";
import { itemViews } from "./item-type.js";
import { failuresOf } from "./responses.js";
import { functionSignature, sendingUses } from "./signatures.js";
import type { OperationsView, OperationView } from "./views.js";

/** The module of a resource's functions. */
export function operationsFile(resource: Resource, blueprint: Blueprint): TemplateFile {
  return {
    path: `src/operations/${blueprint.names.resource(resource).file}.ts`,
    from: "template",
    template: "sdk/operations",
    get view() {
      return operationsView(resource, blueprint);
    },
  };
}

function operationsView(resource: Resource, blueprint: Blueprint): OperationsView {
  const typeNames = moduleTypeNames(blueprint, "folder");
  const sections = resource.operations.map((operation) =>
    operationView(operation, blueprint, typeNames),
  );
  return {
    imports: importViews([...sections.flatMap(({ uses }) => uses), ...typeNames.uses]),
    operations: sections.map(({ view }) => view),
  };
}

/**
 * The section of a module for one operation, with its imports.
 *
 * @param typeNames prints the names of types and collects their imports.
 */
export function operationView(
  operation: Operation,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): { readonly view: OperationView; readonly uses: readonly Use[] } {
  const call = callFrom(operation, blueprint.api);
  const types = callTypesOf(call, blueprint);
  const failures = failuresOf(call, blueprint.names);
  const view: OperationView = {
    declarations: [
      ...requestViews(call, blueprint, typeNames),
      ...responseViews(call, blueprint, typeNames),
      ...itemViews(call, blueprint, typeNames),
    ],
    failure: {
      doc: `Errors of {@link ${types.names.function}}: \`switch\` on \`status\` or \`kind\`.`,
      text: unionAlias(types.names.error, failures.members),
    },
    signature: functionSignature(types),
  };
  return {
    view,
    uses: [
      ...failures.uses,
      ...types.returns.uses,
      ...sendingUses(types, blueprint.names.module(operation)),
    ],
  };
}
