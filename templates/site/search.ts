import type { MarkdownEnv } from "vitepress";
import type { Renderer } from "./markdown.js";

/**
 * The searchable text of a page: a section per operation, without programs and repeated headings.
 */
export function searchText(source: string, env: MarkdownEnv, md: Renderer): string {
  return md
    .render(source, env)
    .replace(/<h3[^>]*>[\s\S]*?<\/h3>|<div class="language-[\s\S]*?<\/pre>\s*<\/div>/g, "");
}
