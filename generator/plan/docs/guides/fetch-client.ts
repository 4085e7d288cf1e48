import type { Argument } from "../../call/arguments.js";
import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { sampleArguments } from "../../samples/sample-arguments.js";
import { valueCode } from "../../samples/value-code.js";
import type { DocsContext, Placed } from "../docs-context.js";
import { firstShown } from "../snippets/first-call.js";
import { clientView } from "../snippets/snippet-client.js";
import { snippetScope, snippetView } from "../snippets/snippets.js";
import type { ByPathView } from "./guide-views.js";

export function fetchClientGuide(page: string, docs: DocsContext): TemplateFile {
  const first = firstShown(docs.api, isSupported);
  return {
    path: page,
    from: "template",
    template: "docs/guide-fetch-client",
    view: {
      ...clientView(docs),
      example: first ? callByPathView(first, docs) : null,
    },
  };
}

/** Whether openapi-fetch has a method for the operation and can write its body. */
function isSupported({ operation: { method, body } }: Placed): boolean {
  return /^(get|put|post|delete|patch)$/.test(method) && (body === null || body.format === "json");
}

function callByPathView(placed: Placed, docs: DocsContext): ByPathView {
  const { operation } = placed;
  const { identity } = docs;
  const scope = snippetScope(docs);
  for (const name of ["data", "fetchClient"]) scope.reserve(name);
  const client = scope.reserve("client");
  const {
    argument: _argument,
    callee: _callee,
    opensFiles: _opensFiles,
    result: _result,
    ...snippet
  } = snippetView(placed, docs);
  const verb = operation.method.toUpperCase();
  const init = initOf(placed, docs);
  const before = `const { data, error } = await ${client}.${verb}("${operation.path}", `;
  return {
    ...snippet,
    fetchModule: `${identity.packageName}/fetch`,
    client,
    verb,
    argument: Object.keys(init).length === 0 ? "" : `, ${valueCode(init, [before, ");"])}`,
  };
}

/** The options for openapi-fetch: parameters by location, and the body. */
function initOf({ operation }: Placed, { api, find }: DocsContext): Record<string, unknown> {
  const call = callFrom(operation, api);
  const given = call.arguments;
  const sample = sampleArguments(call, find);
  const within = (isOwn: (field: Argument) => boolean) =>
    Object.fromEntries(
      given.fields.flatMap((field) =>
        isOwn(field) && Object.hasOwn(sample, field.key) ? [[field.name, sample[field.key]]] : [],
      ),
    );
  const params = ["path", "query", "header", "cookie"].flatMap((place) => {
    const own = within((field) => field.in === place);
    return Object.keys(own).length === 0 ? [] : [[place, own]];
  });
  const body = within((field) => field.in === "body");
  return {
    ...(params.length > 0 && { params: Object.fromEntries(params) }),
    ...(given.body !== null && { body: given.body === "body" ? body["body"] : body }),
  };
}
