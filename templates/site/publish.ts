import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HeadConfig, PageData, SiteConfig } from "vitepress";
import { untagged } from "./html.js";

/**
 * Publishes the Markdown of each page at its own path, and the lists of pages for language models
 * both next to the index and at the root of the site.
 *
 * @param folder the package's folder below the root of the site: empty, or ending with `/`.
 */
export function publishMarkdown(
  { srcDir, outDir, pages }: Pick<SiteConfig, "srcDir" | "outDir" | "pages">,
  folder = "",
): void {
  for (const page of pages) {
    if (!existsSync(join(srcDir, page))) continue;
    mkdirSync(dirname(join(outDir, page)), { recursive: true });
    copyFileSync(join(srcDir, page), join(outDir, page));
  }
  const docs = `${folder}docs/`;
  for (const file of ["llms.txt", "llms-full.txt", "manifest.json"]) {
    copyFileSync(join(srcDir, docs, file), join(outDir, docs, file));
  }
  const list = readFileSync(join(srcDir, docs, "llms.txt"), "utf8");
  writeFileSync(join(outDir, "llms.txt"), fromRoot(list, docs));
  copyFileSync(join(srcDir, docs, "llms-full.txt"), join(outDir, "llms-full.txt"));
}

/** The same links from the root of the site. */
function fromRoot(list: string, docs: string): string {
  return list.replace(/\]\((?![a-z]+:)([^()]+)\)/g, (_, link: string) => {
    const { pathname, hash } = new URL(link, `https://site.invalid/${docs}`);
    return `](${pathname.slice(1)}${hash})`;
  });
}

/** The title, the description and the Open Graph tags of a page; two columns for operations. */
export function pageDataOf(
  { title, filePath, relativePath, frontmatter }: PageData,
  { srcDir }: Pick<SiteConfig, "srcDir">,
  site: {
    readonly name: string;
    readonly baseUrl?: string | undefined;
    /** The titles of pages that are better than their headings: the summaries of operations. */
    readonly titles?: ReadonlyMap<string, string>;
  },
): Partial<PageData> {
  const file = join(srcDir, filePath);
  const description = existsSync(file) ? firstSentences(readFileSync(file, "utf8")) : "";
  const name = untagged(site.titles?.get(relativePath) ?? title);
  const url = site.baseUrl && new URL(addressOf(relativePath), site.baseUrl).href;
  const tags: Readonly<Record<string, string | undefined>> = {
    "og:type": "article",
    "og:site_name": site.name,
    "og:title": name,
    "og:description": description || undefined,
    "og:url": url,
  };
  const head = Object.entries(tags).flatMap(([property, content]): HeadConfig[] =>
    content === undefined ? [] : [["meta", { property, content }]],
  );
  if (url !== undefined) head.push(["link", { rel: "canonical", href: url }]);
  const isWide =
    /(^|\/)docs\/sdks\//.test(relativePath) ||
    /(^|\/)docs\/(models|errors|webhooks)\/(?!index\.md)/.test(relativePath);
  const layout = isWide ? { aside: false, pageClass: "operations" } : {};
  return { title: name, description, frontmatter: { ...frontmatter, ...layout, head } };
}

function addressOf(relativePath: string): string {
  return relativePath.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, ".html");
}

/** The beginning of a page that is searched for a paragraph, in characters. */
const searched = 5_000;

/** The first paragraph of a page as plain text, at most 160 characters. */
function firstSentences(markdown: string): string {
  const paragraphs = markdown
    .slice(0, searched)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^```[\s\S]*?^```/gm, "")
    .split(/\n{2,}/);
  const first = paragraphs.find((text) => /^\s*[\p{L}\p{N}`[]/u.test(text)) ?? "";
  const plain = first
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*"<>{}]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length <= 160 ? plain : `${plain.slice(0, 159).replace(/\s+\S*$/, "")}…`;
}
