import type { MarkdownOptions } from "vitepress";

/** The renderer of VitePress, a `MarkdownIt`. */
export type Renderer = Parameters<NonNullable<MarkdownOptions["config"]>>[0];

/** A token of a page, such as the start of a table. */
export type Token = ReturnType<Renderer["parse"]>[number];
