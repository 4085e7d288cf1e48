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
 * The terms under which a word is indexed and searched: the word, the words in its camel case, and a
 * name for common verbs with the same meaning, each without its ending.
 *
 * VitePress copies the function's text into the site, so that everything it needs is inside.
 */
function termsOf(word: string): string[] {
  const synonyms = [
    ["add", "create", "new"],
    ["delete", "remove"],
    ["change", "edit", "modify", "update"],
    ["fetch", "get", "retrieve"],
    ["verify", "verification"],
  ];
  const parts = word.split(/(?<=[a-z\d])(?=[A-Z])/);
  const terms = [word, ...parts].flatMap((part) => {
    const term = part
      .toLowerCase()
      .replace(/(?<=..)(?:ies|ied)$/, "y")
      .replace(/(?<=...)(?:ing|ed|(?<!s)s)$/, "");
    const verbs = synonyms.find((each) => each.includes(part.toLowerCase()) || each.includes(term));
    return verbs?.[0] === undefined ? [term] : [term, verbs[0]];
  });
  return [...new Set(terms)];
}

/** Ranks operations, by name, path and summary, events and guides before all other pages. */
const ranking = {
  options: { processTerm: termsOf },
  searchOptions: {
    // Every short word is close to many others.
    fuzzy: (word: string) => (word.length > 3 ? 0.2 : false),
    prefix: true,
    boost: { title: 4, text: 2, titles: 1 },
    boostDocument: (id: string) => (/\/(?:sdks|webhooks|guides)\//.test(id) ? 2 : 1),
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
