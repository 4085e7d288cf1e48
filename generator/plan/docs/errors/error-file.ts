import type { NamedError } from "../../../model/api/api.js";
import { followed } from "../../../model/schema/find-schema.js";
import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { jsonText } from "../../samples/response-sample.js";
import { sampleOf } from "../../samples/sample.js";
import { byResource } from "../by-resource.js";
import {
  calleeOf,
  type DocsContext,
  type Failure,
  type Placed,
  placedOperations,
} from "../docs-context.js";
import { hidesNull, modelsWith } from "../model-file.js";
import { linkFrom } from "../pages.js";
import type { InstanceView, NarrowingView } from "../part-views.js";
import { shapeView } from "../shape-view.js";
import { firstShown, guideExample } from "../snippets/first-call.js";
import { outcomeSnippetView } from "../snippets/snippets.js";
import { callErrors } from "./call-errors.js";
import type { ErrorView, FailingOperationView } from "./error-views.js";
import { hasFallback, occurrenceNotes, ownFailures, statusLabel } from "./errors-view.js";
import { payloadText } from "./payload-text.js";

/** The pages of the documented errors that have their own. */
export function errorFiles(docs: DocsContext): TemplateFile[] {
  const shared = new Set(docs.pages.errorGroups.flatMap(({ errors }) => errors));
  return docs.api.errors
    .filter((error) => !shared.has(error))
    .map((error) => errorFile(error, docs));
}

/** The page of a documented error: when it occurs, its properties, how to narrow it. */
function errorFile(error: NamedError, docs: DocsContext): TemplateFile {
  const path = docs.pages.error(error);
  return {
    path,
    from: "template",
    template: "docs/error",
    get view() {
      return errorView(error, path, docs);
    },
  };
}

function errorView(error: NamedError, path: string, docs: DocsContext): ErrorView {
  const { names, find } = docs;
  const own = names.error(error);
  const schema = followed(error.schema, find) ?? error.schema;
  const failures = docs.failures.get(error.name) ?? [];
  const sample = exampleIn(failures) ?? sampleOf(schema, "error", find);
  return {
    name: own.class,
    body: own.body,
    description: error.schema.description ?? schema.description,
    ...exampleViews(own.class, failures.find(isCurrent) ?? failures[0], docs),
    ...failingOperations(failures, path, docs),
    payload: jsonText(sample),
    shape: shapeView(schema, path, docs),
    isNullable: hidesNull(schema),
    models: error.schemaName === null ? [] : modelsWith(error.schemaName, path, docs),
  };
}

/** The page of the error for statuses whose payload is documented as text or not at all. */
export function sdkErrorFile(docs: DocsContext): TemplateFile {
  const path = docs.pages.sdkError("SDKError");
  const example = firstShown(docs.api, ({ operation }) =>
    hasFallback(callFrom(operation, docs.api)),
  );
  const failures = placedOperations(docs.api)
    .map((placed) => ({
      ...placed,
      responses: ownFailures(callFrom(placed.operation, docs.api)),
    }))
    .filter(({ responses }) => responses.length > 0);
  return {
    path,
    from: "template",
    template: "docs/sdk-error",
    view: {
      instance: example ? fallbackView(example, docs) : null,
      ...failingOperations(failures, path, docs),
    },
  };
}

function fallbackView(placed: Placed, docs: DocsContext): InstanceView {
  const snippet = outcomeSnippetView(placed, docs);
  return { ...snippet, errorClass: "SDKError", payload: `${snippet.result}.error.body` };
}

export function isCurrent({ operation }: Failure): boolean {
  return operation.deprecated === null;
}

/** A page lists more operations by resource, without notes. */
const mostRows = 20;

function failingOperations(failures: readonly Failure[], page: string, docs: DocsContext) {
  return failures.length > mostRows
    ? {
        operations: [],
        resources: byResource(failures, page, docs, ({ responses }, link) => ({
          ...link,
          statuses: statusesIn(responses),
        })),
      }
    : {
        operations: failures.map((failure) => failingOperationView(failure, page, docs)),
        resources: [],
      };
}

export function failingOperationView(
  failure: Failure,
  page: string,
  docs: DocsContext,
): FailingOperationView {
  const { operation, responses } = failure;
  return {
    label: calleeOf(failure, docs),
    href: linkFrom(page, docs.pages.operation(operation)),
    statuses: statusesIn(responses),
    notes: occurrenceNotes(responses),
  };
}

function statusesIn(responses: Failure["responses"]): string {
  return responses.map(({ status }) => statusLabel(status)).join(", ");
}

/**
 * A call that distinguishes an error by its statuses; by its class if it has no status code, or if
 * the same status may also come with a text.
 */
export function exampleViews(
  errorClass: string,
  failure: Failure | undefined,
  docs: DocsContext,
): { narrowing: NarrowingView | null; instance: InstanceView | null } {
  if (failure === undefined) return { narrowing: null, instance: null };
  const snippet = outcomeSnippetView(failure, docs);
  const statuses = failure.responses.flatMap(({ status }) =>
    status.kind === "code" ? [status.code] : [],
  );
  const payload = (error: string) => payloadText(failure.responses, `${error}.body`, docs.find);
  const mayBeText = failure.responses.some(({ text }) => text !== null);
  if (statuses.length > 0 && !mayBeText) {
    return { narrowing: { ...snippet, statuses, payload: payload("error") }, instance: null };
  }
  const instance = { ...snippet, errorClass, payload: payload(`${snippet.result}.error`) };
  return { narrowing: null, instance };
}

/** The first example of the payload among the responses. */
export function exampleIn(failures: readonly Failure[]): unknown {
  const contents = failures.flatMap(({ responses }) => responses.map(({ content }) => content));
  return contents.find((content) => content?.example)?.example?.value;
}

/** A page for each error without an error response. */
export function callErrorFiles(docs: DocsContext): TemplateFile[] {
  const first = guideExample(firstShown(docs.api));
  return callErrors.map(({ name, kind, when, advice, properties }) => ({
    path: docs.pages.sdkError(name),
    from: "template",
    template: "docs/call-error",
    view: {
      name,
      when,
      advice,
      example: { ...outcomeSnippetView(first, docs), kind },
      kindType: JSON.stringify(kind),
      properties,
    },
  }));
}
