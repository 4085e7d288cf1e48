import type { Resource } from "../../model/api.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { callPolicies, policyViews, sharedPolicies } from "./call-policies.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { operationGroups } from "./operation-groups.js";
import { deprecationView, operationView, replacementLink } from "./operation-view.js";
import { errorsPage, linkFrom, linkWithin } from "./pages.js";
import type { SummaryGroupView } from "./part-views.js";
import { listedOperations } from "./resource-pages.js";

/** The page of a resource, and one for each operation if they are too many for one page. */
export function resourceFiles(resource: Resource, reference: DocsContext): TemplateFile[] {
  const placed = listedOperations(resource).map((operation) => ({ operation, resource }));
  return reference.pages.isSplit(resource)
    ? [
        resourceFile(resource, [], reference),
        ...placed.map((each) => operationFile(each, reference)),
      ]
    : [resourceFile(resource, placed, reference)];
}

/**
 * The page of a resource: every operation, how to call it, its results and errors.
 *
 * @param placed the operations that the page describes.
 */
function resourceFile(
  resource: Resource,
  placed: readonly Placed[],
  reference: DocsContext,
): TemplateFile {
  const { names, pages } = reference;
  const path = pages.resource(resource);
  const own = names.resource(resource);
  const hasOperations = resource.operations.length > 0;
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
      hasOverview: resource.description !== null || hasOperations,
      hasOperations,
      terms: common === null ? [] : policyViews(common, path, reference),
      errorsPage: linkFrom(path, errorsPage),
      groups: summaryGroups(resource, path, reference),
      resources: resource.inner.map((each) => ({
        label: names.resource(each).title,
        href: linkFrom(path, pages.resource(each)),
      })),
      operations: placed.map((each) => operationView(each, common, path, reference)),
    },
  };
}

function operationFile(placed: Placed, reference: DocsContext): TemplateFile {
  const { names, pages } = reference;
  const { operation, resource } = placed;
  const path = pages.operation(operation);
  return {
    path,
    from: "template",
    template: "docs/operation-page",
    view: {
      ...operationView(placed, null, path, reference),
      accessor: calleeOf(placed, reference),
      resource: {
        label: names.resource(resource).trail,
        href: linkFrom(path, pages.resource(resource)),
      },
    },
  };
}

/** The operations of a resource as lists of links. */
export function summaryGroups(
  resource: Resource,
  page: string,
  reference: DocsContext,
): SummaryGroupView[] {
  const { names, pages } = reference;
  return operationGroups(resource).map(({ title, operations }) => ({
    title,
    operations: operations.map((operation) => ({
      label: names.operation(operation).method,
      href: linkWithin(page, pages.operation(operation)),
      summary: operation.summary,
      deprecation: deprecationView(
        operation.deprecated,
        replacementLink(operation, page, reference),
      ),
    })),
  }));
}
