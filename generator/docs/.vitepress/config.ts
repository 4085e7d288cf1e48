import { fileURLToPath } from "node:url";
import type { DefaultTheme, UserConfig } from "vitepress";
import { markdownOf } from "../../../generated/docs/.vitepress/markdown.js";
import { pageDataOf, publishMarkdown } from "../../../generated/docs/.vitepress/publish.js";
import { searchOptionsOf } from "../../../generated/docs/.vitepress/search.js";
import { sidebarOf } from "../../../generated/docs/.vitepress/sidebar.js";
import { vueFrom } from "../../../generated/docs/.vitepress/vue-from.js";
import manifest from "../../../generated/docs/manifest.json";

const own: DefaultTheme.SidebarItem[] = [
  { items: [{ text: "Introduction", link: "/" }] },
  {
    text: "Guide",
    link: "/generator/docs/",
    items: [
      { text: "Configuration", link: "/generator/docs/configuration" },
      { text: "Names and types", link: "/generator/docs/names" },
      { text: "Overlays and filters", link: "/generator/docs/overlays" },
      { text: "Extensions", link: "/generator/docs/extensions" },
      { text: "Pagination", link: "/generator/docs/pagination" },
      { text: "Streaming", link: "/generator/docs/streaming" },
      { text: "Templates", link: "/generator/docs/templates" },
      { text: "Publishing", link: "/generator/docs/publishing" },
      { text: "Runtimes", link: "/generator/docs/runtimes" },
      { text: "Bundle size", link: "/generator/docs/bundle-size" },
      { text: "What a new document changes", link: "/generator/docs/diff" },
      { text: "GitHub Action", link: "/generator/docs/action" },
      { text: "Safety", link: "/generator/docs/safety" },
      { text: "Mock server", link: "/generator/docs/mock" },
      { text: "In programs", link: "/generator/docs/programs" },
      { text: "What isn't supported yet", link: "/generator/docs/limitations" },
      { text: "Coming from elsewhere", link: "/generator/docs/coming-from" },
    ],
  },
  {
    items: [
      { text: "Speed beside others", link: "/test/bench/RESULTS" },
      { text: "Contributing", link: "/CONTRIBUTING" },
    ],
  },
];

const reference = sidebarOf(manifest);

// The site's root is the project's folder: the guide, and the generated reference.
const site: UserConfig = {
  title: "sdkwright",
  description: "Turns an OpenAPI document into a TypeScript SDK and reference pages",
  base: process.env["DOCS_BASE"] ?? "/",
  srcDir: "../..",
  srcExclude: [
    "!(README|CONTRIBUTING).md",
    "!(generated|generator|test)/**/*",
    "generated/!(README|api-report).md",
    "generated/!(docs)/**/*",
    "generator/!(README).md",
    "generator/!(docs)/**/*",
    "generator/docs/node_modules/**",
    "test/!(bench)/**/*",
    "test/bench/!(RESULTS).md",
    "test/bench/*/**",
  ],
  rewrites: (page) => page.replace(/README\.md$/, "index.md"),
  head: [["link", { rel: "icon", href: "data:," }]],
  // Examples contain localhost URLs; links between pages are still checked.
  ignoreDeadLinks: "localhostLinks",
  metaChunk: true,
  // Otherwise, the links in view would load megabytes.
  router: { prefetchLinks: false },
  lang: "en",
  buildEnd: (config) => publishMarkdown(config, "generated/"),
  transformPageData: (page, { siteConfig }) => pageDataOf(page, siteConfig, { name: "sdkwright" }),
  markdown: markdownOf(manifest, "generated/"),
  vite: { plugins: [vueFrom(fileURLToPath(import.meta.url))] },
  themeConfig: {
    nav: [
      { text: "Guide", link: "/", activeMatch: "^/(?!generated/)" },
      { text: manifest.title, link: "/generated/docs/", activeMatch: "^/generated/" },
    ],
    sidebar: {
      "/": own,
      "/generated/": {
        base: "/generated",
        items: Array.isArray(reference) ? reference : [],
      },
    },
    outline: { level: [2, 2] },
    search: { provider: "local", options: searchOptionsOf(manifest) },
  },
};

export default site;
