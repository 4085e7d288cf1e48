import type { MarkdownOptions } from "vitepress";
import { showColumns } from "./columns.js";
import { foldUsers } from "./fold.js";
import { codeTheme, highlightOnce } from "./highlight.js";
import { plain, withoutBraces } from "./html.js";
import type { Manifest } from "./manifest.js";
import { titleOperations } from "./operation-titles.js";
import { showPlaces } from "./places.js";
import type { Renderer, Token } from "./renderer.js";
import { showTables } from "./tables.js";

/** The only HTML on the pages: line breaks, entities, and the markers of programs. */
const harmless = /^(?:<br ?\/?>|&\w+;|<!--[\s\S]*?-->\s*)$/;

const containers = ["tip", "info", "warning", "danger", "details", "raw", "code-group", "v-pre"];

/** Syntax of VitePress that GitHub shows as plain text. */
const foreign = ["snippet", "emoji", "toc", ...containers.map((name) => `container_${name}`)];

/**
 * Renders pages as GitHub does: text from the API's description is never Vue code.
 *
 * @param folder the package's folder below the root of the site: empty, or ending with `/`.
 */
export function markdownOf(manifest: Manifest, folder = ""): MarkdownOptions {
  return {
    attrs: { disable: true },
    theme: codeTheme,
    anchor: { slugify: anchorOf },
    // Descriptions use it for commands, and VitePress warns about languages that it doesn't know.
    languageAlias: { curl: "sh" },
    config(md) {
      md.disable(foreign, true);
      highlightOnce(md);
      keepText(md);
      keepFences(md);
      leadToPages(md, manifest.repository);
      showTables(md);
      showPlaces(md, manifest, folder);
      titleOperations(md, manifest, folder);
      foldUsers(md);
      showColumns(md);
    },
  };
}

/** The anchor of a heading, as GitHub creates it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

function keepText(md: Renderer): void {
  const { text, code_inline: code } = md.renderer.rules;
  md.renderer.rules.text = (...args) => withoutBraces(text?.(...args) ?? "");
  md.renderer.rules.code_inline = (...args) => withoutBraces(code?.(...args) ?? "");
  const html = (content: string) => (harmless.test(content) ? content : plain(content));
  md.renderer.rules.html_inline = (tokens, index) => html(tokens[index]?.content ?? "");
  md.renderer.rules.html_block = (tokens, index) => html(tokens[index]?.content ?? "");
}

/** Keeps only the language of a fence, and drops the rest that VitePress would interpret. */
function keepFences(md: Renderer): void {
  md.core.ruler.push("fences", ({ tokens }) => {
    for (const token of tokens.filter(({ type }) => type === "fence")) {
      token.info = /^[\w+#-]*/.exec(token.info.trim())?.[0].replace(/(?<!-vue)(-vue)+$/, "") ?? "";
    }
  });
}

/**
 * Links a folder to its README, and pages of the repository to those of the site. A link to a file
 * that isn't a page becomes text.
 */
function leadToPages(md: Renderer, repository: string | null): void {
  md.core.ruler.push("pages", ({ tokens }) => {
    for (const children of tokens.map((token) => token.children ?? [])) {
      for (const [index, token] of children.entries()) {
        const href = token.type === "link_open" ? ownPath(token.attrGet("href"), repository) : null;
        if (href === null || /^([a-z]+:|#)/i.test(href)) continue;
        const page = href.replace(/(^|\/)README\.md(?=#|$)/, "$1index.md");
        if (/(\.md|\/)(#|$)/.test(page)) token.attrSet("href", page);
        else unlink(children.slice(index));
      }
    }
  });
}

function ownPath(href: string | null, repository: string | null): string | null {
  if (href === null || repository === null || !href.startsWith(repository)) return href;
  return href.slice(repository.length);
}

function unlink([open, ...rest]: Token[]): void {
  const close = rest.find(({ type }) => type === "link_close");
  if (open === undefined || close === undefined) return;
  Object.assign(open, { tag: "span", attrs: null, type: "span_open" });
  Object.assign(close, { tag: "span", type: "span_close" });
}
