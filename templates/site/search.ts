import type { MarkdownEnv } from "vitepress";
import type { Renderer } from "./markdown.js";

/**
 * The searchable text of a page: a section per operation, without programs and repeated headings.
 */
export function searchText(source: string, env: MarkdownEnv, md: Renderer): string {
  return md
    .render(source.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, ""), env)
    .replace(/<h3[^>]*>[\s\S]*?<\/h3>/g, "");
}

/** Ranks operations, by name, path and summary, and events before all other pages. */
const ranking = {
  searchOptions: {
    fuzzy: 0.2,
    prefix: true,
    boost: { title: 4, text: 2, titles: 1 },
    boostDocument: (id: string) => (/\/(?:sdks|webhooks)\//.test(id) ? 2 : 1),
  },
};

/** The options of VitePress's local search. */
export const searchOptions = {
  _render: searchText,
  miniSearch: ranking,
  // The button is named after its text, which includes its keys.
  translations: { button: { buttonText: "Search", buttonAriaLabel: "" } },
};
