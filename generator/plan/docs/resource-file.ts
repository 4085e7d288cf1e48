import type { Resource } from "../../model/api.js";
import type { TemplateFile } from "../file.js";
import { deprecationView, operationView } from "./operation-view.js";
import { linkFrom, listedOperations } from "./pages.js";
import type { SummaryView } from "./part-views.js";
import type { Placed, Reference } from "./reference.js";

/** The page of a resource: every operation, how it is called and what it can end with. */
export function resourceFile(resource: Resource, reference: Reference): TemplateFile {
  const { names, pages } = reference;
  const path = pages.resource(resource);
  const placed = listedOperations(resource).map((operation) => ({ operation, resource }));
  return {
    path,
    from: "template",
    template: "docs/resource",
    view: {
      title: resource.title,
      accessor: `${names.client.variable}.${names.resource(resource).accessor}`,
      description: resource.description,
      summaries: placed.map((each) => summaryView(each, path, reference)),
      operations: placed.map((each) => operationView(each, path, reference)),
    },
  };
}

export function summaryView(
  { operation }: Placed,
  page: string,
  reference: Reference,
): SummaryView {
  const { names, pages } = reference;
  const target = pages.operation(operation);
  const [, anchor] = target.split("#");
  return {
    label: names.operation(operation).method,
    href: target.startsWith(`${page}#`) ? `#${anchor}` : linkFrom(page, target),
    summary: operation.summary,
    deprecation: deprecationView(operation.deprecated),
  };
}
