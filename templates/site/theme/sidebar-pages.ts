import type { DefaultTheme } from "vitepress";

/** The entries of a sidebar that are links, at any depth, with their text without HTML. */
export function pagesIn(
  sidebar: DefaultTheme.Sidebar | undefined,
): { text: string; link: string }[] {
  const groups = Array.isArray(sidebar) ? [sidebar] : Object.values(sidebar ?? {});
  return groups.flatMap((group) =>
    Array.isArray(group)
      ? linksOf(group)
      : linksOf(group.items).map(({ text, link }) => ({ text, link: `${group.base}${link}` })),
  );
}

function linksOf(items: readonly DefaultTheme.SidebarItem[]): { text: string; link: string }[] {
  return items.flatMap(({ text = "", link, items: inner = [] }) => [
    ...(link === undefined ? [] : [{ text: textOf(text), link }]),
    ...linksOf(inner),
  ]);
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#123;", "{")
    .replaceAll("&amp;", "&")
    .trim();
}
