import { posix } from "node:path";
import { type Fence, fenceFrom, isClosingFence } from "../fence.js";
import type { RenderedFile } from "../plan/file.js";
import { anchorsOf, decoded } from "../text.js";

/** A broken link and the page that contains it. */
export interface DeadLink {
  readonly path: string;
  readonly link: string;
}

/** The relative links of Markdown pages whose file, folder or heading doesn't exist. */
export function deadLinks(files: readonly RenderedFile[]): DeadLink[] {
  const pages = files.filter(({ path }) => path.endsWith(".md"));
  const proseByPath = new Map(pages.map(({ path, text }) => [path, proseOf(text)]));
  const paths = new Set(files.flatMap(({ path }) => withFolders(path)));
  const anchors = new Map<string, ReadonlySet<string>>();
  const hasAnchor = (path: string, anchor: string) => {
    const known = anchors.get(path) ?? new Set(headingAnchors(proseByPath.get(path) ?? ""));
    anchors.set(path, known);
    return known.has(anchor);
  };
  const isDead = (path: string, link: string) => {
    const [page = "", anchor] = decoded(link).split("#");
    if (link === "" || link === "#") return true;
    const root = page.startsWith("/") ? "." : posix.dirname(path);
    const target = page === "" ? path : posix.join(root, page).replace(/\/$/, "");
    return !paths.has(target) || (anchor !== undefined && !hasAnchor(target, anchor));
  };
  return [...proseByPath].flatMap(([path, prose]) =>
    linksOf(prose)
      .filter((link) => !isAbsolute(link) && isDead(path, link))
      .map((link) => ({ path, link })),
  );
}

/** The anchors of a page's headings, as GitHub creates them. */
export function anchorsIn(markdown: string): string[] {
  return headingAnchors(proseOf(markdown));
}

function headingAnchors(prose: string): string[] {
  const headings = [...prose.matchAll(/^ {0,3}#{1,6}[ \t]+(.*)$/gm)].map(([, line = ""]) =>
    withoutMarkup(line.trimEnd().replace(/(?<![ \t])[ \t]+#+$/, "")),
  );
  return anchorsOf(headings);
}

function withoutMarkup(heading: string): string {
  return heading
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/<[^<>]*>/g, "")
    .replace(/(?<![\p{L}\p{N}\\])_(\S(?:.*?[^\s\\])?)_(?![\p{L}\p{N}])/gu, "$1")
    .replace(/&(?:[a-z]+|#\d+);/gi, "");
}

/** The link targets of a page, each once. */
function linksOf(page: string): string[] {
  // Removes code spans and escaped characters.
  const prose = page.replace(/(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\1(?!`)|\\[!-~]/g, "");
  const inline = prose.matchAll(/\]\([ \t]*(<[^<>]*>|(?:[^\s()]|\([^\s()]*\))*)[^()]*\)/g);
  const defined = prose.matchAll(/^ {0,3}\[[^[\]]+\]:[ \t]*(\S*)/gm);
  const links = [...inline, ...defined].map(([, target = ""]) => target.replace(/^<|>$/g, ""));
  return [...new Set(links)];
}

/** A page without its code fences and comments. */
function proseOf(markdown: string): string {
  let fence: Fence | null = null;
  const lines = markdown
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => {
      const around = fence;
      if (around === null) fence = fenceFrom(line);
      else if (isClosingFence(around, line)) fence = null;
      return around === null && fence === null ? line : "";
    });
  return lines.join("\n").replace(/^ {0,3}<!--[\s\S]*?-->/gm, "");
}

/** A file's path and those of its folders. */
function withFolders(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === path ? [path] : [path, ...withFolders(folder)];
}

function isAbsolute(link: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link);
}
