import type { PlannedFile } from "../file.js";
import type { DocsContext } from "./docs-context.js";
import { indexView } from "./index-file.js";

/**
 * What is given to programs that read: the index in the form of llmstxt.org, and all pages as one text.
 *
 * @param pages the pages in the order in which a person would read them.
 */
export function llmsFiles(pages: readonly PlannedFile[], reference: DocsContext): PlannedFile[] {
  const paths = pages.map(({ path }) => path);
  return [
    // It stands beside the index, so that the same links lead from it.
    {
      path: "docs/llms.txt",
      from: "template",
      template: "docs/llms",
      view: indexView(reference),
    },
    { path: "docs/llms-full.txt", from: "joined", paths },
  ];
}
