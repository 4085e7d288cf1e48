import { fileURLToPath } from "node:url";
import type { UserConfig } from "vitepress";
import json from "../manifest.json";
import { appearanceOf } from "./appearance.js";
import type { Manifest } from "./manifest.js";
import { markdownOf } from "./markdown.js";
import { pageDataOf, publishMarkdown } from "./publish.js";
import { searchOptions } from "./search.js";
import { sidebarOf } from "./sidebar.js";
import { vueFrom } from "./vue-from.js";

const manifest: Manifest = json;
const { title, base, head, sitemap, theme, baseUrl } = appearanceOf(
  manifest,
  process.env["DOCS_BASE"],
);

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
    pageDataOf(page, siteConfig, { name: title, baseUrl }),
  ...sitemap,
  themeConfig: {
    ...theme,
    nav: [
      { text: "Introduction", link: "/", activeMatch: "^/$" },
      { text: "Reference", link: "/docs/", activeMatch: "^/docs/(?!errors/)" },
      { text: "Errors", link: "/docs/errors/", activeMatch: "^/docs/errors/" },
    ],
    sidebar: sidebarOf(manifest),
    outline: { level: [2, 2] },
    search: { provider: "local", options: searchOptions },
    externalLinkIcon: true,
  },
};

export default site;
