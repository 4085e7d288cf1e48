import { grouped } from "../../grouped.js";
import type { DocsContext, Placed } from "./docs-context.js";
import { linkFrom } from "./pages.js";
import type { LinkView, ResourceGroupView } from "./part-views.js";

/** A page lists more operations by resource. */
export const mostInOneList = 12;

/** Operations by resource, each named by its method. */
export function byResource<Each extends Placed, Entry extends LinkView>(
  placed: readonly Each[],
  page: string,
  { names, pages }: DocsContext,
  entry: (placed: Each, link: LinkView) => Entry,
): ResourceGroupView<Entry>[] {
  const groups = grouped(placed.map((each) => [each.resource, each]));
  return [...groups].map(([resource, own]) => ({
    label: names.resource(resource).titlePath,
    href: linkFrom(page, pages.resource(resource)),
    operations: own.map((each) =>
      entry(each, {
        label: names.operation(each.operation).method,
        href: linkFrom(page, pages.operation(each.operation)),
      }),
    ),
  }));
}
