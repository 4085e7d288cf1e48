import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { calleeOf, type DocsContext, type Paged } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { resultText, sourceText, walkText, walkView } from "../walk-view.js";
import type { PagedOperationView } from "./guide-views.js";

export function paginationGuide(page: string, docs: DocsContext): TemplateFile {
  const paged = [...docs.paging.values()];
  const current = paged.filter(({ operation }) => operation.deprecated === null);
  const [first] = [...current.filter(needsNoArguments(docs)), ...current, ...paged];
  if (first === undefined) throw new Error("the guide applies to APIs with paged operations only");
  const walk = walkView(first, first.walk, docs);
  return {
    path: page,
    from: "template",
    template: "docs/guide-pagination",
    view: {
      walk: { ...walk, leading: walk.argument || "{}" },
      operations: paged.map((each) => operationView(each, page, docs)),
    },
  };
}

/** Whether an operation can be called without a request. */
function needsNoArguments({ api }: DocsContext): (paged: Paged) => boolean {
  return ({ operation }) => callFrom(operation, api).arguments.isOptional;
}

function operationView(paged: Paged, page: string, docs: DocsContext): PagedOperationView {
  const { operation, walk } = paged;
  return {
    label: calleeOf(paged, docs),
    href: linkFrom(page, docs.pages.operation(operation)),
    follows: walkText(walk),
    items: resultText(walk.paging.items),
    source: sourceText(walk.paging.source),
  };
}
