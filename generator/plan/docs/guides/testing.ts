import type { FindSchema } from "../../../model/schema/find-schema.js";
import type { TemplateFile } from "../../file.js";
import { contentSample } from "../../samples/sample.js";
import { valueCode } from "../../samples/value-code.js";
import { isRetried } from "../call-policies.js";
import type { DocsContext, Placed } from "../docs-context.js";
import { guideExample } from "../snippets/first-call.js";
import { clientOptions, clientView } from "../snippets/snippet-client.js";
import { functionImport, snippetScope, snippetView } from "../snippets/snippets.js";
import { failingOperation } from "./errors.js";
import type { FailureScriptView, TestProgramView } from "./guide-views.js";

export function testingGuide(page: string, docs: DocsContext): TemplateFile {
  const first = guideExample(failingOperation(docs));
  return {
    path: page,
    from: "template",
    template: "docs/guide-testing",
    view: {
      testingModule: testingModule(docs),
      mswModule: docs.features.msw === true ? `${testingModule(docs)}/msw` : null,
      isESM: docs.features.moduleFormats?.includes("cjs") !== true,
      example: testProgramView(first, docs),
    },
  };
}

function testingModule({ identity }: DocsContext): string {
  return `${identity.packageName}/testing`;
}

/**
 * The documented failure to script, preferably a 404: one with a payload that isn't retried, which
 * would make the test wait.
 */
function failureOf({ operation: { errors, retries } }: Placed, { api }: DocsContext) {
  const policy = retries ?? api.retries;
  const scripted = errors.flatMap(({ status, error, content }) =>
    status.kind === "code" && error !== null && content !== null && !isRetried(status.code, policy)
      ? [{ status: status.code, content }]
      : [],
  );
  return scripted.find(({ status }) => status === 404) ?? scripted[0];
}

/** A program that tests how a failure is handled. */
function testProgramView(placed: Placed, docs: DocsContext): TestProgramView {
  const { operation } = placed;
  const scope = snippetScope(docs);
  for (const name of ["double", "call"]) scope.reserve(name);
  const api = scope.reserve("api");
  const imports = functionImport(placed, docs, scope);
  const credentials = valueCode(clientOptions(operation, docs));
  const { callee, argument, opensFiles } = snippetView(placed, docs, ").result();");
  const failure = failureOf(placed, docs);
  return {
    ...clientView(docs),
    testingModule: testingModule(docs),
    api,
    ...imports,
    options:
      credentials === "{}" ? `${api}.options` : `{ ...${api}.options,${credentials.slice(1)}`,
    callee,
    argument,
    opensFiles,
    failure: failure ? scriptView(failure, api, imports.target, docs.find) : null,
  };
}

function scriptView(
  { status, content }: NonNullable<ReturnType<typeof failureOf>>,
  api: string,
  target: string,
  find: FindSchema,
): FailureScriptView {
  const body = contentSample(content, find);
  const around = [`${api}.on(${target}).fails(${status}, `, ");"];
  return { api, target, status, body: valueCode(body, around) };
}
