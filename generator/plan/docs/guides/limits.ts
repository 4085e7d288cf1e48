import type { TemplateFile } from "../../file.js";
import { rawCode } from "../../samples/raw-code.js";
import { valueCode } from "../../samples/value-code.js";
import { isRetried } from "../call-policies.js";
import type { DocsContext, Placed } from "../docs-context.js";
import { firstShown, guideExample } from "../snippets/first-call.js";
import { clientOptions } from "../snippets/snippet-client.js";
import { functionImport, snippetScope, snippetView } from "../snippets/snippets.js";
import type { LimitedView } from "./guide-views.js";

export function limitsGuide(page: string, docs: DocsContext): TemplateFile {
  const first = guideExample(firstShown(docs.api));
  return {
    path: page,
    from: "template",
    template: "docs/guide-limits",
    view: {
      limitsModule: limitsModule(docs),
      retried: refusals.filter((status) => isRetried(status, docs.api.retries)).join(" or "),
      notRetried: refusals.filter((status) => !isRetried(status, docs.api.retries)).join(" or "),
      example: limitedView(first, docs),
    },
  };
}

/** The statuses that make calls with shared limits wait. */
const refusals = [429, 503];

function limitsModule({ identity }: DocsContext): string {
  return `${identity.packageName}/limits`;
}

/** A program that calls an operation with a client that shares limits. */
function limitedView(placed: Placed, docs: DocsContext): LimitedView {
  const { operation } = placed;
  const scope = snippetScope(docs);
  scope.reserve("limits");
  const shared = scope.reserve("shared");
  const imports = functionImport(placed, docs, scope);
  const { class: className, variable } = docs.names.client;
  const options = { ...clientOptions(operation, docs), limits: rawCode(shared) };
  const { result: _result, ...snippet } = snippetView(placed, docs);
  return {
    ...snippet,
    limitsModule: limitsModule(docs),
    shared,
    ...imports,
    options: valueCode(options, [`const ${variable} = new ${className}(`, ");"]),
  };
}
