import type { DefaultTheme } from "vitepress";
import { badge, plain } from "./html.js";
import type {
  Manifest,
  ManifestEvent,
  ManifestOperation,
  ManifestPage,
  ManifestResource,
} from "./manifest.js";

type Item = DefaultTheme.SidebarItem;

/** An API with fewer entries shows all of them on every page; a larger one those of the section. */
const mostTogether = 120;

/** Longer lists of models and errors are left out; find them through pages and the search. */
const mostListed = 400;

/** In characters: a resource with a longer summary is listed by the names of its operations. */
const longestTitle = 60;

export function sidebarOf({
  guides,
  resources,
  events,
  models,
  errors,
}: Manifest): DefaultTheme.Sidebar {
  const operationPages = resources.flatMap(({ operations }) => operations);
  const entries = [...operationPages, ...events, ...models, ...errors];
  const isSmall = entries.length <= mostTogether;
  const operations = resources.map((resource) => resourceItem(resource, !isSmall));
  const modelList = listItem("Models", short(models), "/docs/#models");
  const eventList = list("Webhooks", events.map(eventItem), "/docs/webhooks/");
  const errorList = listItem("Errors", short(errors), "/docs/errors/");
  const guideList = listItem("Guides", guides, "/docs/#guides");
  if (isSmall) {
    return [
      introduction,
      ...[...guideList, ...operations, ...eventList, ...modelList, ...errorList],
    ];
  }
  return {
    "/": [introduction, ...guideList, ...operations, ...eventList],
    "/docs/webhooks/": [introduction, ...eventList],
    "/docs/models/": [introduction, ...modelList],
    "/docs/errors/": [introduction, ...errorList],
  };
}

const introduction: Item = {
  items: [
    { text: "Introduction", link: "/" },
    { text: "Reference", link: "/docs/" },
  ],
};

function short<Page extends ManifestPage>(pages: readonly Page[]): readonly Page[] {
  return pages.length > mostListed ? [] : pages;
}

function resourceItem({ name, page, operations }: ManifestResource, collapsed: boolean): Item {
  const groups = new Set(operations.map(({ group }) => group));
  const isTitled = operations.every(({ summary }) => summary && summary.length <= longestTitle);
  const items = [...groups].flatMap((group) => {
    const own = operations
      .filter((each) => each.group === group)
      .map((each) => operationItem(each, isTitled));
    return group === undefined || group === name ? own : [{ text: plain(group), items: own }];
  });
  return { text: plain(name), link: addressOf(page), collapsed, items };
}

/** @param isTitled whether the summary is shown instead of the name. */
function operationItem(operation: ManifestOperation, isTitled: boolean): Item {
  const { name, page, method, summary, deprecated } = operation;
  const title = isTitled && summary !== null ? plain(summary) : breakable(name);
  const text = struck(title, deprecated);
  return { text: `${badge(method, 5)} ${text}`, link: addressOf(page) };
}

function eventItem({ name, page, deprecated }: ManifestEvent): Item {
  return { text: struck(breakable(name), deprecated), link: addressOf(page) };
}

/** A name that breaks only between its words: after a dot or an underscore, and in camel case. */
function breakable(name: string): string {
  return plain(name).replace(/(?<=[._/])(?=\w)|(?<=[a-z\d])(?=[A-Z])/g, "<wbr>");
}

function struck(html: string, deprecated: boolean): string {
  return deprecated ? `<s>${html}</s>` : html;
}

function listItem(text: string, pages: readonly ManifestPage[], link: string): Item[] {
  const items = pages.map(({ name, page }) => ({ text: breakable(name), link: addressOf(page) }));
  return list(text, items, link);
}

function list(text: string, items: Item[], link: string): Item[] {
  return items.length === 0 ? [] : [{ text, link, collapsed: false, items }];
}

/** The address of a page on the site. */
function addressOf(page: string): string {
  return `/${page}`.replace(/README\.md(?=#|$)/, "").replace(/\.md(?=#|$)/, "");
}
