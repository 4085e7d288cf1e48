import type { Resource } from "../../model/api/api.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { callPolicies, policyViews, sharedPolicies } from "./call-policies.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { operationGroups } from "./operation-groups.js";
import { deprecationView, operationView, replacementLink } from "./operation-view.js";
import { errorsPage, linkFrom, linkWithin } from "./pages.js";
import type { SummaryGroupView } from "./part-views.js";
import { listedOperations } from "./resource-pages.js";
import type { ResourceView } from "./views.js";

/** The page of a resource, and one for each operation if they are too many for one page. */
export function resourceFiles(resource: Resource, docs: DocsContext): TemplateFile[] {
  const placed = listedOperations(resource).map((operation) => ({ operation, resource }));
  return docs.pages.isSplit(resource)
    ? [resourceFile(resource, [], docs), ...placed.map((each) => operationFile(each, docs))]
    : [resourceFile(resource, placed, docs)];
}

/**
 * The page of a resource: every operation, how to call it, its results and errors.
 *
 * @param placed the operations that the page describes.
 */
function resourceFile(
  resource: Resource,
  placed: readonly Placed[],
  docs: DocsContext,
): TemplateFile {
  const path = docs.pages.resource(resource);
  return {
    path,
    from: "template",
    template: "docs/resource",
    get view() {
      return resourceView(resource, placed, path, docs);
    },
  };
}

function resourceView(
  resource: Resource,
  placed: readonly Placed[],
  path: string,
  docs: DocsContext,
): ResourceView {
  const { names, pages } = docs;
  const own = names.resource(resource);
  const hasOperations = resource.operations.length > 0;
  const common = sharedPolicies(
    resource.operations.map((each) => callPolicies(callFrom(each, docs.api), docs)),
  );
  return {
    title: own.title,
    accessor: `${names.client.variable}.${own.path}`,
    description: resource.description,
    hasOverview: resource.description !== null || hasOperations,
    hasOperations,
    details: common === null ? [] : policyViews(common, path, docs),
    errorsPage: linkFrom(path, errorsPage),
    groups: summaryGroups(resource, path, docs),
    resources: resource.inner.map((each) => ({
      label: names.resource(each).title,
      href: linkFrom(path, pages.resource(each)),
    })),
    operations: placed.map((each) => operationView(each, common, path, docs)),
  };
}

function operationFile(placed: Placed, docs: DocsContext): TemplateFile {
  const { names, pages } = docs;
  const { operation, resource } = placed;
  const path = pages.operation(operation);
  return {
    path,
    from: "template",
    template: "docs/operation-page",
    get view() {
      return {
        ...operationView(placed, null, path, docs),
        accessor: calleeOf(placed, docs),
        resource: {
          label: names.resource(resource).titlePath,
          href: linkFrom(path, pages.resource(resource)),
        },
      };
    },
  };
}

/** The operations of a resource as lists of links. */
export function summaryGroups(
  resource: Resource,
  page: string,
  docs: DocsContext,
): SummaryGroupView[] {
  const { names, pages } = docs;
  return operationGroups(resource).map(({ title, operations }) => ({
    title,
    operations: operations.map((operation) => ({
      label: names.operation(operation).method,
      href: linkWithin(page, pages.operation(operation)),
      summary: operation.summary,
      deprecation: deprecationView(operation.deprecated, replacementLink(operation, page, docs)),
    })),
  }));
}
