import type { DefaultTheme } from "vitepress";

/**
 * The sidebar on one page: a collapsed list keeps its items only where the page is in the list's
 * folder. Otherwise, every page of a large API would contain links to all operations.
 *
 * @param page the path of the page relative to the root of the site.
 */
export function pageSidebar(
  sidebar: DefaultTheme.Sidebar | undefined,
  page: string,
): DefaultTheme.Sidebar | undefined {
  if (!Array.isArray(sidebar)) {
    return (
      sidebar &&
      Object.fromEntries(
        Object.entries(sidebar).map(([path, group]) => [
          path,
          Array.isArray(group) ? onPage(group, page) : group,
        ]),
      )
    );
  }
  return onPage(sidebar, page);
}

function onPage(items: readonly DefaultTheme.SidebarItem[], page: string) {
  const folder = `/${page}`.replace(/[^/]*$/, "");
  return items.map((item) => {
    if (item.collapsed !== true || item.link === folder) return item;
    const { items: _, collapsed: __, ...link } = item;
    return link;
  });
}
