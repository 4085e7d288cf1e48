import type { DefaultTheme } from "vitepress";
import { pagesIn } from "./sidebar-pages.js";

export interface Link {
  readonly text: string;
  readonly link: string;
}

/** The lists of pages that aren't in the folder of a resource. */
const lists: Readonly<Record<string, Link>> = {
  guides: { text: "Guides", link: "#guides" },
  models: { text: "Models", link: "#models" },
  errors: { text: "Errors", link: "errors/" },
  webhooks: { text: "Webhooks", link: "webhooks/" },
};

/**
 * The pages above a page: the reference, and the list or the resource that the page is in.
 *
 * @param page its path relative to the root of the site.
 */
export function linksAbove(page: string, sidebar: DefaultTheme.Sidebar | undefined): Link[] {
  const [, root, kind = ""] = /^(.*?docs\/)(sdks|models|errors|guides|webhooks)\//.exec(page) ?? [];
  if (root === undefined) return [];
  const reference = { text: "Reference", link: `/${root}` };
  const folder = `/${page}`.replace(/[^/]*$/, "");
  const list = lists[kind];
  const above = list
    ? { text: list.text, link: `/${root}${list.link}` }
    : pagesIn(sidebar).find(({ link }) => link === folder);
  return above === undefined || page.endsWith("/index.md") ? [reference] : [reference, above];
}
