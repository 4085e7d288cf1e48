import { fileURLToPath } from "node:url";
import type { UserConfig } from "vitepress";
import json from "../manifest.json";
import { appearanceOf } from "./appearance.js";
import type { Manifest } from "./manifest.js";
import { markdownOf } from "./markdown.js";
import { summariesOf } from "./operation-titles.js";
import { pageDataOf, publishMarkdown } from "./publish.js";
import { searchOptionsOf } from "./search.js";
import { sidebarOf } from "./sidebar.js";
import { vueFrom } from "./vue-from.js";

const manifest: Manifest = json;
const { title, base, head, sitemap, theme, baseUrl } = appearanceOf(
  manifest,
  process.env["DOCS_BASE"],
);

const titles = summariesOf(manifest);

/** The pages of the bar at the top, in addition to those of every site. */
const lists = [
  { text: "Webhooks", folder: "webhooks", pages: manifest.events },
  { text: "Errors", folder: "errors", pages: manifest.errors },
].filter(({ pages }) => pages.length > 0);

// The site's root is the package's folder: README.md is its home page, docs/ its reference.
const site: UserConfig = {
  title,
  lang: "en",
  description: `The reference of ${manifest.package}`,
  base,
  srcDir: "..",
  srcExclude: ["!(README).md", "!(docs)/**/*"],
  rewrites: (page) => page.replace(/README\.md$/, "index.md"),
  head,
  // Examples contain localhost URLs; links between pages are still checked.
  ignoreDeadLinks: "localhostLinks",
  // Loads shared metadata once, which keeps large references fast.
  metaChunk: true,
  // Otherwise, the links in view would load megabytes.
  router: { prefetchLinks: false },
  buildEnd: (config) => publishMarkdown(config),
  markdown: markdownOf(manifest),
  vite: { plugins: [vueFrom(fileURLToPath(import.meta.url))] },
  transformPageData: (page, { siteConfig }) =>
    pageDataOf(page, siteConfig, { name: title, baseUrl, titles }),
  ...sitemap,
  themeConfig: {
    ...theme,
    nav: [
      { text: "Introduction", link: "/", activeMatch: "^/$" },
      { text: "Reference", link: "/docs/", activeMatch: "^/docs/(?!errors/|webhooks/)" },
      ...lists.map(({ text, folder }) => ({
        text,
        link: `/docs/${folder}/`,
        activeMatch: `^/docs/${folder}/`,
      })),
    ],
    sidebar: sidebarOf(manifest),
    outline: { level: [2, 2] },
    search: { provider: "local", options: searchOptionsOf(manifest) },
    externalLinkIcon: true,
  },
};

export default site;
