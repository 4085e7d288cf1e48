import { fileURLToPath } from "node:url";
import type { HeadConfig, UserConfig } from "vitepress";
import json from "../manifest.json";
import { untagged } from "./html.js";
import type { Manifest } from "./manifest.js";
import { markdownOf } from "./markdown.js";
import { pageDataOf, publishMarkdown } from "./publish.js";
import { searchOptions } from "./search.js";
import { sidebarOf } from "./sidebar.js";
import { vueFrom } from "./vue-from.js";

const manifest: Manifest = json;
const { baseUrl, colors, editLink, logo } = manifest.site;
const name = untagged(manifest.site.name ?? manifest.title);

/** An empty icon, so that browsers don't request one. */
const icon: HeadConfig = ["link", { rel: "icon", href: logo ?? "data:," }];

// The site's root is the package's folder: README.md is its home page, docs/ its reference.
const site: UserConfig = {
  title: name,
  lang: "en",
  description: `The reference of ${manifest.package}`,
  // The path of the site on its host, such as /clerk-domains/.
  base:
    process.env["DOCS_BASE"] ??
    (baseUrl ? `${new URL(baseUrl).pathname.replace(/\/$/, "")}/` : "/"),
  srcDir: "..",
  srcExclude: ["!(README).md", "!(docs)/**/*"],
  rewrites: (page) => page.replace(/README\.md$/, "index.md"),
  head: [icon, ...Object.entries(colors ?? {}).map(colorStyle)],
  // Examples contain localhost URLs; links between pages are still checked.
  ignoreDeadLinks: "localhostLinks",
  // Loads shared metadata once, which keeps large references fast.
  metaChunk: true,
  // Otherwise, the links in view would load megabytes.
  router: { prefetchLinks: false },
  buildEnd: (config) => publishMarkdown(config),
  markdown: markdownOf(manifest),
  vite: { plugins: [vueFrom(fileURLToPath(import.meta.url))] },
  transformPageData: (page, { siteConfig }) => pageDataOf(page, siteConfig, { name, baseUrl }),
  ...(baseUrl ? { sitemap: { hostname: baseUrl } } : {}),
  themeConfig: {
    ...(logo ? { logo } : {}),
    ...(editLink ? { editLink: { pattern: editLink } } : {}),
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

function colorStyle([scheme, color]: [string, string]): HeadConfig {
  const root = scheme === "dark" ? ".dark" : ":root";
  return ["style", {}, `${root} { --vp-c-brand-1: ${color}; --vp-c-brand-2: ${color}; }`];
}

export default site;
