import { plain } from "./html.js";
import type { Manifest } from "./manifest.js";

/** A row of the search. */
export interface Section {
  readonly anchor: string;
  /**
   * The titles of what it is in, and its own: a name, the method and path of an operation, and a
   * summary, separated by dashes.
   */
  readonly titles: string[];
  readonly text: string;
}

/** A heading, and the HTML up to the next one. */
interface Block {
  readonly level: number;
  readonly anchor: string;
  readonly title: string;
  readonly html: string;
}

/** Titles whose page or section is one row of the results, with all headings in it. */
interface Entry {
  readonly above: readonly string[];
  readonly title: string;
  readonly summary: string | null;
}

interface Row extends Entry {
  readonly anchor: string;
  summary: string;
  text: string;
}

/** The title above the pages of a folder. */
const lists: Readonly<Record<string, string>> = {
  guides: "Guides",
  models: "Models",
  errors: "Errors",
  webhooks: "Webhooks",
};

/**
 * Splits a page into the rows of the search: an operation, a model, an error, an event, or a section
 * of another page.
 */
export function sectionsWith(manifest: Manifest) {
  const entries = entriesOf(manifest);
  /**
   * @param file the absolute path of the page.
   * @param html its searchable text.
   */
  return (file: string, html: string): Section[] => {
    const [, page = "", folder = ""] = /^.*\/(docs\/(\w+)\/.*)$/.exec(file) ?? [];
    const above = lists[folder] === undefined ? [] : [lists[folder]];
    const isEntry = /^(?:sdks|models|errors|webhooks)$/.test(folder);
    const rows: Row[] = [];
    const path: string[] = [];
    for (const [index, { anchor, level, title, html: content }] of blocksIn(html).entries()) {
      path.splice(level - 1, Infinity, title);
      const known = entries.get(index === 0 ? page : `${page}#${anchor}`);
      const text = textOf(content);
      const last = rows.at(-1);
      if (isEntry && last && known === undefined) {
        last.text = `${last.text} ${text}`.trim();
        // Its overview, if a resource has one.
        if (index === 1) last.summary ||= firstSentence(content);
      } else if (isEntry || text !== "") {
        const entry = known ?? { above: [...above, ...path.slice(0, -1)], title, summary: null };
        rows.push({ ...entry, anchor, text, summary: entry.summary ?? firstSentence(content) });
      }
    }
    return rows.map(({ anchor, above: titles, title, summary, text }) => ({
      anchor,
      titles: [...titles.filter(Boolean), summary === "" ? title : `${title} — ${summary}`],
      text,
    }));
  };
}

/** The operations and guides by their pages. */
function entriesOf({ guides, resources }: Manifest): ReadonlyMap<string, Entry> {
  return new Map([
    ...guides.map(({ name, page, about }): [string, Entry] => [
      page,
      { above: ["Guides"], title: plain(name), summary: plain(about) },
    ]),
    ...resources.flatMap(({ name: resource, operations }) =>
      operations.map(({ name, page, method, path, summary }): [string, Entry] => [
        page,
        {
          above: [plain(resource)],
          title: plain(`${name} — ${method.toUpperCase()} ${path}`),
          summary: summary === null ? null : shortened(plain(summary)),
        },
      ]),
    ),
  ]);
}

function blocksIn(html: string): Block[] {
  const [, ...parts] = html.split(/<h([1-6])[^>]*? id="([^"]*)"[^>]*>([\s\S]*?)<\/h\1>/);
  return Array.from({ length: parts.length / 4 }, (_, index) => {
    const [level, anchor = "", heading = "", content = ""] = parts.slice(index * 4);
    // The link to the heading itself comes last.
    const title = textOf(heading.replace(/<a class="header-anchor"[\s\S]*$/, ""));
    return { level: Number(level), anchor, title, html: content };
  });
}

/** The first sentence of the first paragraph of prose. */
function firstSentence(html: string): string {
  const paragraph = /<p>(?!<(?:em|span|strong)\b)([\s\S]*?)<\/p>/.exec(html);
  const text = textOf(paragraph?.[1] ?? "");
  const sentence = /^.*?[.:!?](?=\s|$)/.exec(text)?.[0].replace(/:$/, "") ?? text;
  return shortened(sentence);
}

/** At most 120 characters, up to the end of a word. */
function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).replace(/\s+\S*$/, "")}…`;
}

function textOf(html: string): string {
  return html
    .replace(/<\/?(?:a|b|code|em|s|span|strong|wbr)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
