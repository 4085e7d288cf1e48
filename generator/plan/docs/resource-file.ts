import type { Resource } from "../../model/api.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { callPolicies, policyViews, sharedPolicies } from "./call-policies.js";
import type { DocsContext, Placed } from "./docs-context.js";
import { deprecationView, operationView, replacementLink } from "./operation-view.js";
import { errorsPage, linkFrom, linkWithin, listedOperations } from "./pages.js";
import type { SummaryView } from "./part-views.js";

/** The page of a resource: every operation, how to call it, its results and errors. */
export function resourceFile(resource: Resource, reference: DocsContext): TemplateFile {
  const { names, pages } = reference;
  const path = pages.resource(resource);
  const own = names.resource(resource);
  const placed = listedOperations(resource).map((operation) => ({ operation, resource }));
  const common = sharedPolicies(
    resource.operations.map((each) => callPolicies(callFrom(each, reference.api), reference)),
  );
  return {
    path,
    from: "template",
    template: "docs/resource",
    view: {
      title: own.title,
      accessor: `${names.client.variable}.${own.path}`,
      description: resource.description,
      hasOverview: resource.description !== null || placed.length > 0,
      hasOperations: placed.length > 0,
      details: common === null ? [] : policyViews(common, path, reference),
      errorsPage: linkFrom(path, errorsPage),
      summaries: placed.map((each) => summaryView(each, path, reference)),
      resources: resource.inner.map((each) => ({
        label: names.resource(each).title,
        href: linkFrom(path, pages.resource(each)),
      })),
      operations:
        common === null ? [] : placed.map((each) => operationView(each, common, path, reference)),
    },
  };
}

export function summaryView(
  { operation }: Placed,
  page: string,
  reference: DocsContext,
): SummaryView {
  const { names, pages } = reference;
  return {
    label: names.operation(operation).method,
    href: linkWithin(page, pages.operation(operation)),
    summary: operation.summary,
    deprecation: deprecationView(operation.deprecated, replacementLink(operation, page, reference)),
  };
}
