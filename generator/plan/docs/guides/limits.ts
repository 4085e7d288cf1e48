import type { TemplateFile } from "../../file.js";
import { rawCode } from "../../samples/raw-code.js";
import { valueCode } from "../../samples/value-code.js";
import type { DocsContext, Placed } from "../docs-context.js";
import { firstShown, guideExample } from "../first-call.js";
import { clientOptions, functionImport, snippetScope, snippetView } from "../snippets.js";
import type { LimitedView } from "./guide-views.js";

export function limitsGuide(page: string, reference: DocsContext): TemplateFile {
  const first = guideExample(firstShown(reference.api));
  return {
    path: page,
    from: "template",
    template: "docs/guide-limits",
    view: {
      limitsModule: limitsModule(reference),
      example: limitedView(first, reference),
    },
  };
}

function limitsModule({ identity }: DocsContext): string {
  return `${identity.packageName}/limits`;
}

/** A program that calls an operation with a client that shares limits. */
function limitedView(placed: Placed, reference: DocsContext): LimitedView {
  const { operation } = placed;
  const scope = snippetScope(reference);
  scope.reserve("limits");
  const shared = scope.reserve("shared");
  const imports = functionImport(placed, reference, scope);
  const { class: className, variable } = reference.names.client;
  const options = { ...clientOptions(operation, reference), limits: rawCode(shared) };
  const { result: _result, ...snippet } = snippetView(placed, reference);
  return {
    ...snippet,
    limitsModule: limitsModule(reference),
    shared,
    ...imports,
    options: valueCode(options, [`const ${variable} = new ${className}(`, ");"]),
  };
}
