// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { MarkdownEnv } from "vitepress";
import type { Renderer } from "./markdown.js";

/** What the search finds: a section for each operation, without the programs and headings that all have. */
export function searchText(source: string, env: MarkdownEnv, md: Renderer): string {
  return md
    .render(source, env)
    .replace(/<h3[^>]*>[\s\S]*?<\/h3>|<div class="language-[\s\S]*?<\/pre>\s*<\/div>/g, "");
}
