import type { MarkdownEnv } from "vitepress";
import type { Manifest } from "./manifest.js";
import type { Renderer } from "./renderer.js";
import { sectionsWith } from "./search-sections.js";

/**
 * The text of a page without programs, and without lists of links, because the search finds the
 * linked pages themselves.
 */
export function searchText(source: string, env: MarkdownEnv, md: Renderer): string {
  const text = withoutFences(source)
    .replace(/^ *- (?:\w+: )?\[.*(?:\n|$)/gm, "")
    .replace(/^\[.*/gm, (line) => (isLinksOnly(line) ? "" : line));
  return md.render(text, env);
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

function isLinksOnly(line: string): boolean {
  return !/\w/.test(line.replace(/\[[^[\]]*\]\([^()]*\)/g, ""));
}

/**
 * The terms of a word, each without its ending: the word, the words in its camel case, and in the
 * index also the verbs with the same meaning.
 *
 * VitePress copies the function's text into the site, so that everything it needs is inside.
 *
 * @param field the field of the index that contains the word; none if the word is searched.
 */
function termsOf(word: string, field?: string): string[] {
  const synonyms = [
    ["add", "create", "new"],
    ["delete", "remove"],
    ["change", "edit", "modify", "update"],
    ["fetch", "get", "retrieve"],
    ["verify", "verification"],
  ];
  const parts = word.split(/(?<=[a-z\d])(?=[A-Z])/);
  const terms = [word, ...parts].flatMap((part) => {
    const lower = part.toLowerCase();
    const base = lower
      .replace(/(?<=..)(?:ies|ied)$/, "y")
      .replace(/(?<=...)(?:ing|ed|(?<!s)s)$/, "");
    // A typing error: `creat`.
    const isCut = base === lower && synonyms.flat().includes(`${base}e`);
    const term = isCut ? `${base}e` : base;
    const verbs = synonyms.find((each) => each.includes(term)) ?? [];
    // `authenticate` and `authentication`.
    const stem = term.replace(/(?<=.{5})at(?:e|ion|or)?$/, "");
    return field === undefined ? [term, stem] : [term, stem, ...verbs];
  });
  return [...new Set(terms)];
}

/**
 * Ranks operations, by name, path and summary, events and guides before all other pages, but the
 * pages of errors first if a status is searched.
 */
const ranking = {
  options: { processTerm: termsOf },
  searchOptions: {
    // Every short word is close to many others.
    fuzzy: (word: string) => (word.length > 3 && !/^\d/.test(word) ? 0.25 : false),
    prefix: true,
    // Whole words count far more than beginnings and typing errors.
    weights: { prefix: 0.1, fuzzy: 0.2 },
    boost: { title: 4, text: 0.5, titles: 3 },
    // A short title that has the words is better than a long one.
    bm25: { k: 3, b: 1, d: 0.5 },
    boostDocument: (id: string, term: string, stored?: { readonly title?: string }) => {
      if (/^\d{3}$/.test(term)) return id.includes("/errors/") ? 20 : 1;
      if (id.includes("/guides/")) return 4;
      // Of operations with the same words, the shortest path is first: `DELETE /users/{user_id}`.
      const [, path] = / (\/\S*)/.exec(stored?.title ?? "") ?? [];
      if (id.includes("/sdks/")) return path === undefined ? 2 : 2 + 2 / path.split("/").length;
      return id.includes("/webhooks/") ? 1.8 : 1;
    },
  },
};

/** The options of VitePress's local search. */
export function searchOptionsOf(manifest: Manifest) {
  return {
    _render: searchText,
    miniSearch: { ...ranking, _splitIntoSections: sectionsWith(manifest) },
    // A row has a summary, so that it needs no excerpt.
    detailedView: false,
    // The button is named after its text, which includes its keys.
    translations: { button: { buttonText: "Search", buttonAriaLabel: "" } },
  };
}
