import type { PlannedFile } from "../file.js";
import type { DocsContext } from "./docs-context.js";
import { indexView } from "./index-file.js";

/**
 * The files for language models: the index in the format of llmstxt.org, and all pages as one text.
 *
 * @param pages the pages in reading order.
 */
export function llmsFiles(pages: readonly PlannedFile[], reference: DocsContext): PlannedFile[] {
  const paths = pages.map(({ path }) => path);
  return [
    // In the same folder as the index, so that relative links work in both.
    {
      path: "docs/llms.txt",
      from: "template",
      template: "docs/llms",
      view: indexView(reference),
    },
    { path: "docs/llms-full.txt", from: "joined", paths },
  ];
}
