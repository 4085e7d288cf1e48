import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { UserConfig } from "vitepress";
import manifest from "../manifest.json";
import { untagged } from "./html.js";
import { markdownOf } from "./markdown.js";
import { searchText } from "./search.js";
import { sidebarOf } from "./sidebar.js";

// The site has the package's folder for its root: README.md is its first page, docs/ its reference.
const site: UserConfig = {
  title: untagged(manifest.title),
  description: `The reference of ${manifest.package}`,
  // Where the site lives on its host, as in /clerk-domains/.
  base: process.env["DOCS_BASE"] ?? "/",
  srcDir: "..",
  srcExclude: ["!(README).md", "!(docs)/**/*"],
  rewrites: (page) => page.replace(/README\.md$/, "index.md"),
  // An icon of nothing, so that none is looked for.
  head: [["link", { rel: "icon", href: "data:," }]],
  // Examples name servers of one's own; links between pages are checked all the same.
  ignoreDeadLinks: "localhostLinks",
  // Large references stay fast: what all pages share is loaded once.
  metaChunk: true,
  // Programs that read look for these at the root of a site.
  buildEnd({ root, outDir }) {
    for (const file of ["llms.txt", "llms-full.txt"])
      copyFileSync(join(root, file), join(outDir, file));
  },
  markdown: markdownOf(manifest),
  transformPageData: ({ title }) => ({ title: untagged(title) }),
  themeConfig: {
    nav: [
      { text: "Introduction", link: "/", activeMatch: "^/$" },
      { text: "Reference", link: "/docs/", activeMatch: "^/docs/(?!errors/)" },
      { text: "Errors", link: "/docs/errors/", activeMatch: "^/docs/errors/" },
    ],
    sidebar: sidebarOf(manifest),
    outline: { level: [2, 2] },
    search: { provider: "local", options: { _render: searchText } },
    externalLinkIcon: true,
  },
};

export default site;
