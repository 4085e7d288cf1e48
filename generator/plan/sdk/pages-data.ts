import type { Walk } from "../call/walk.js";
import { type Use, use } from "../imports.js";
import { fits } from "../types/type-text.js";
import type { PagesView } from "./data-views.js";

/** The runtime's function for each kind of paging. */
const functions = {
  cursor: { module: "by-cursor", name: "byCursor" },
  offset: { module: "by-offset", name: "byOffset" },
  page: { module: "by-page", name: "byPage" },
  url: { module: "by-next-url", name: "byNextURL" },
  link: { module: "by-link-header", name: "byLinkHeader" },
} as const;

/** The data of a walk for the runtime, with the imports that it needs. */
export function pagesData(
  walk: Walk,
  name: string,
): { readonly view: PagesView; readonly uses: readonly Use[] } {
  const { paging } = walk;
  const { module, name: by } = functions[paging.kind];
  const common = {
    items: paging.items,
    isSparse: paging.mayLackItems || undefined,
    more: paging.more,
  };
  const settings = { ...common, ...settingsOf(walk) };
  const entries = Object.entries(settings).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [{ key, value: code(value) }],
  );
  const line = entries.map(({ key, value }) => `${key}: ${value}`).join(", ");
  const view = {
    name,
    by,
    fits: fits(`export const ${name} = /* @__PURE__ */ ${by}({ ${line} });`),
    entries,
  };
  return { view, uses: use(`../runtime/${module}.js`, by) };
}

/** The settings of a kind of paging, without those that have the runtime's default. */
function settingsOf({ paging, position, size }: Walk): Readonly<Record<string, unknown>> {
  switch (paging.kind) {
    case "cursor": {
      const takesEmpty = paging.takesEmpty || undefined;
      return { cursor: position, next: paging.next, takesEmpty };
    }
    case "offset": {
      const { total, endsOnShortPage } = paging;
      return { offset: position, total, size: endsOnShortPage ? size : undefined };
    }
    case "page": {
      const { first, pages, endsOnShortPage } = paging;
      return {
        page: position,
        first: first === 1 ? undefined : first,
        pages,
        size: endsOnShortPage ? size : undefined,
      };
    }
    case "url":
      return { next: paging.next };
    case "link":
      return { more: undefined };
  }
}

function code(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map((step) => JSON.stringify(step)).join(", ")}]`
    : JSON.stringify(value);
}
