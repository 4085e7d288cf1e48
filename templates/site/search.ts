import type { MarkdownEnv } from "vitepress";
import type { Renderer } from "./markdown.js";

/**
 * The searchable text of a page: a section per operation, without programs and repeated headings.
 */
export function searchText(source: string, env: MarkdownEnv, md: Renderer): string {
  return md.render(withoutFences(source), env).replace(/<h3[^>]*>[\s\S]*?<\/h3>/g, "");
}

/** Line by line: a regular expression would look for the end of each fence in the whole page. */
function withoutFences(source: string): string {
  let marks: string | null = null;
  const lines = source.split("\n").filter((line) => {
    const opened = marks;
    if (opened !== null) marks = line === opened ? null : opened;
    else marks = /^`{3,}/.exec(line)?.[0] ?? null;
    return opened === null && marks === null;
  });
  return lines.join("\n");
}

/** Ranks operations, by name, path and summary, and events before all other pages. */
const ranking = {
  searchOptions: {
    // Every short word is close to many others.
    fuzzy: (word: string) => (word.length > 3 ? 0.2 : false),
    prefix: true,
    // A common verb also finds its synonyms. VitePress copies the function's text into the site, so
    // that the table has to be inside.
    processTerm: (word: string) => {
      const synonyms = [
        ["add", "create", "new"],
        ["delete", "remove"],
        ["change", "edit", "modify", "update"],
        ["fetch", "get", "retrieve"],
      ];
      const term = word.toLowerCase();
      return synonyms.find((verbs) => verbs.includes(term)) ?? term;
    },
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
