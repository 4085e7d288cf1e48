import { grouped } from "../../../grouped.js";
import type { NamedError } from "../../../model/api/api.js";
import { followed } from "../../../model/schema/find-schema.js";
import type { TemplateFile } from "../../file.js";
import { jsonText } from "../../samples/response-sample.js";
import { sampleOf } from "../../samples/sample.js";
import type { DocsContext, Failure } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { shapeView } from "../shape-view.js";
import { exampleIn, exampleViews, failingOperationView, isCurrent } from "./error-file.js";
import { type ErrorGroup, errorsByStatus } from "./error-pages.js";
import type { ErrorGroupView, ErrorPayloadGroupView } from "./error-views.js";

/** The page that the errors of a resource share: the classes and their payloads by status. */
export function errorGroupFile(group: ErrorGroup, docs: DocsContext): TemplateFile {
  return {
    path: group.page,
    from: "template",
    template: "docs/error-group",
    get view() {
      return errorGroupView(group, docs);
    },
  };
}

function errorGroupView({ resource, page, errors }: ErrorGroup, docs: DocsContext): ErrorGroupView {
  const { names, pages } = docs;
  const statuses = errorsByStatus(errors);
  const [first] = errors.filter((error) => failuresOf(error, docs).some(isCurrent));
  const shown = first ?? errors[0];
  const failure = shown && failuresOf(shown, docs)[0];
  return {
    resource: {
      label: names.resource(resource).titlePath,
      href: linkFrom(page, pages.resource(resource)),
    },
    ...exampleViews(shown ? names.error(shown).class : "", failure, docs),
    byStatus: statuses.map(([status, same]) => ({
      status,
      payloads: [...grouped(same.map((error) => [shapeKey(error), error])).values()].map((alike) =>
        payloadView(alike, page, docs),
      ),
    })),
  };
}

/** The classes with one payload, which is described once. */
function payloadView(
  alike: readonly NamedError[],
  page: string,
  docs: DocsContext,
): ErrorPayloadGroupView {
  const { names, find } = docs;
  const failures = alike.flatMap((error) => failuresOf(error, docs));
  const schema = alike[0] && (followed(alike[0].schema, find) ?? alike[0].schema);
  return {
    classes: alike.flatMap((error) =>
      failuresOf(error, docs).map((failure) => {
        const { statuses, ...operation } = failingOperationView(failure, page, docs);
        return { class: names.error(error).class, ...operation };
      }),
    ),
    payload: schema ? jsonText(exampleIn(failures) ?? sampleOf(schema, "error", find)) : "",
    shape: schema ? shapeView(schema, page, docs) : null,
  };
}

function failuresOf({ name }: NamedError, { failures }: DocsContext): readonly Failure[] {
  return failures.get(name) ?? [];
}

/** The same for payloads that differ only in their examples. */
function shapeKey({ schema }: NamedError): string {
  return JSON.stringify(schema, (key, value: unknown) => (key === "example" ? undefined : value));
}
