import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { UserConfig } from "vitepress";
import manifest from "../manifest.json";
import { untagged } from "./html.js";
import { markdownOf } from "./markdown.js";
import { searchText } from "./search.js";
import { sidebarOf } from "./sidebar.js";

// The site's root is the package's folder: README.md is its home page, docs/ its reference.
const site: UserConfig = {
  title: untagged(manifest.title),
  description: `The reference of ${manifest.package}`,
  // The path of the site on its host, such as /clerk-domains/.
  base: process.env["DOCS_BASE"] ?? "/",
  srcDir: "..",
  srcExclude: ["!(README).md", "!(docs)/**/*"],
  rewrites: (page) => page.replace(/README\.md$/, "index.md"),
  // An empty icon, so that browsers don't request one.
  head: [["link", { rel: "icon", href: "data:," }]],
  // Examples contain localhost URLs; links between pages are still checked.
  ignoreDeadLinks: "localhostLinks",
  // Loads shared metadata once, which keeps large references fast.
  metaChunk: true,
  // Tools look for these files at the root of a site.
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
