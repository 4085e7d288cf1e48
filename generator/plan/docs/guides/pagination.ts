import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { calleeOf, type DocsContext, type Paged } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { resultText, sourceText, walkText, walkView } from "../walk-view.js";
import type { PagedOperationView } from "./guide-views.js";

export function paginationGuide(page: string, reference: DocsContext): TemplateFile {
  const paged = [...reference.paging.values()];
  const current = paged.filter(({ operation }) => operation.deprecated === null);
  const [first] = [...current.filter(needsNoArguments(reference)), ...current, ...paged];
  if (first === undefined) throw new Error("the guide applies to APIs with paged operations only");
  const walk = walkView(first, first.walk, reference);
  return {
    path: page,
    from: "template",
    template: "docs/guide-pagination",
    view: {
      walk: { ...walk, leading: walk.argument || "{}" },
      operations: paged.map((each) => operationView(each, page, reference)),
    },
  };
}

/** Whether an operation can be called without a request. */
function needsNoArguments({ api }: DocsContext): (paged: Paged) => boolean {
  return ({ operation }) => callFrom(operation, api).arguments.isOptional;
}

function operationView(paged: Paged, page: string, reference: DocsContext): PagedOperationView {
  const { operation, walk } = paged;
  return {
    label: calleeOf(paged, reference),
    href: linkFrom(page, reference.pages.operation(operation)),
    follows: walkText(walk),
    items: resultText(walk.paging.items),
    source: sourceText(walk.paging.source),
  };
}
