import type { DefaultTheme } from "vitepress";

/**
 * The pages above a page: the reference, and the list that the page is in.
 *
 * @param page its path relative to the root of the site.
 */
export function linksAbove(
  page: string,
  sidebar: DefaultTheme.Sidebar | undefined,
): { text: string; link: string }[] {
  const [, root] = /^(.*?docs\/)(?:sdks|models|errors|guides|webhooks)\//.exec(page) ?? [];
  if (root === undefined) return [];
  const items = Array.isArray(sidebar) ? sidebar : Object.values(sidebar ?? {}).flatMap(itemsOf);
  const folder = `/${page}`.replace(/[^/]*$/, "");
  const list = items.find(({ link }) => link !== undefined && folder.endsWith(link));
  const isList = page.endsWith("/index.md");
  return [
    { text: "Reference", link: `/${root}` },
    ...(list?.text && !isList ? [{ text: textOf(list.text), link: folder }] : []),
  ];
}

function itemsOf(group: DefaultTheme.SidebarItem[] | { items: DefaultTheme.SidebarItem[] }) {
  return Array.isArray(group) ? group : group.items;
}

/** The text of an entry, which is HTML. */
function textOf(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#123;", "{")
    .replaceAll("&amp;", "&");
}
